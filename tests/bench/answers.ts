/** One HTTP answer, taken apart just enough to be judged. */
export interface HttpAnswer {
  status: number
  body: string
}

const HEAD_END = '\r\n\r\n'

/**
 * Reads the answer that these bytes begin with; undefined while part of it is still on its way. Only
 * answers that announce their length are understood, and nothing may follow: one request is under
 * way on a connection at a time.
 */
export function readAnswer(bytes: Buffer): HttpAnswer | undefined {
  const headLength = bytes.indexOf(HEAD_END)
  if (headLength < 0) return undefined
  const head = bytes.toString('latin1', 0, headLength)
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1]
  if (length === undefined) throw new Error(`an answer without its length: ${head}`)
  const bodyStart = headLength + HEAD_END.length
  const end = bodyStart + Number(length)
  if (bytes.length < end) return undefined
  if (bytes.length > end) throw new Error('more came back than was asked for')
  return { status: Number(head.slice(9, 12)), body: bytes.toString('utf8', bodyStart, end) }
}
