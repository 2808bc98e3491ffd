/** What goes back over the wire. Every answer of the API is one; a file's has bytes for a body. */
export interface Reply {
  status: number
  headers: Record<string, string>
  body: string | Buffer
}
