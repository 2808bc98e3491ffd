import type { IncomingMessage } from 'node:http'

/**
 * Who is at the other end. Behind our own proxies the socket knows only the nearest of them; each
 * adds the address it saw to the end of `x-forwarded-for`. What stands before those entries was
 * written by the caller and is not believed.
 */
export function clientAddress(request: IncomingMessage, proxies: number): string {
  const direct = request.socket.remoteAddress ?? ''
  if (proxies === 0) return direct
  const header = request.headers['x-forwarded-for']
  const seen = (Array.isArray(header) ? header.join(',') : (header ?? '')).split(',')
  return seen.at(-proxies)?.trim() || direct
}
