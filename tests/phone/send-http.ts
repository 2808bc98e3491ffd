import { request as sendRequest } from 'node:http'
import type { RequestAnswer, RequestQuestion } from '../weapp-host/contract.ts'

type Arrived = Extract<RequestAnswer, { arrived: true }>

/** Header names as the server wrote them, which is how a mini-program gets them. */
function headersOf(raw: string[]): Record<string, string> {
  const headers: Record<string, string> = {}
  for (let index = 0; index + 1 < raw.length; index += 2) {
    headers[raw[index] ?? ''] = raw[index + 1] ?? ''
  }
  return headers
}

/** Sends a mini-program's request to the server under test. */
export function sendHttp(
  question: RequestQuestion,
  url: string,
): Promise<{ answer: Arrived; bytes: number }> {
  return new Promise((resolve, reject) => {
    const { method, header, body } = question
    const outgoing = sendRequest(url, { method, headers: header }, (incoming) => {
      const chunks: Buffer[] = []
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
      incoming.on('error', reject)
      incoming.on('end', () => {
        const bytes = Buffer.concat(chunks)
        const answer: Arrived = {
          arrived: true,
          statusCode: incoming.statusCode ?? 0,
          header: headersOf(incoming.rawHeaders),
          text: bytes.toString('utf8'),
        }
        resolve({ answer, bytes: bytes.length })
      })
    })
    outgoing.on('error', reject)
    outgoing.end(body ?? undefined)
  })
}
