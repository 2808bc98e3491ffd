import type { IncomingMessage } from 'node:http'

/**
 * How many times the limit is read and thrown away, for the caller to hear the refusal, before the
 * line is cut.
 */
const patience = 16

/**
 * Reads a body of at most `bytesMax` bytes. An announced length is believed only when it is too
 * much; what arrives is counted, so a chunked body or a false length gains nothing. Never rejects:
 * `too-large` and `cut-off` are answers.
 */
export function readBody(
  request: IncomingMessage,
  bytesMax: number,
): Promise<Buffer | 'too-large' | 'cut-off'> {
  return new Promise((resolve) => {
    const parts: Buffer[] = []
    let bytes = 0
    if (Number(request.headers['content-length']) > bytesMax) resolve('too-large')
    request.on('data', (part: Buffer) => {
      bytes += part.length
      if (bytes <= bytesMax) {
        parts.push(part)
        return
      }
      parts.length = 0
      resolve('too-large')
      if (bytes > bytesMax * patience) request.destroy()
    })
    request.on('end', () => {
      const [only] = parts
      resolve(parts.length === 1 && only ? only : Buffer.concat(parts))
    })
    request.on('close', () => resolve('cut-off'))
  })
}
