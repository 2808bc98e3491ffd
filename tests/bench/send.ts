import { connect, type Socket } from 'node:net'
import { type HttpAnswer, readAnswer } from './answers.ts'

export interface Load {
  port: number
  connections: number
  /** Whole HTTP requests, each sent once. */
  requests: readonly Buffer[]
  /** Throws when the answer to the n-th request is not the right one. */
  check(answer: HttpAnswer, index: number): void
}

export interface Sent {
  elapsedMs: number
  /** From the first byte sent to the last one received, per request. */
  latenciesMs: readonly number[]
}

/**
 * Sends every request once over kept-alive connections, each of which has one request under way. It
 * is as thin as it can be, because it shares the machine with the server it measures.
 */
export async function send({ port, connections, requests, check }: Load): Promise<Sent> {
  const sockets = await Promise.all(Array.from({ length: connections }, () => open(port)))
  const latenciesMs = new Array<number>(requests.length).fill(0)
  let next = 0
  const beganAt = performance.now()
  try {
    await Promise.all(sockets.map(work))
  } finally {
    for (const socket of sockets) socket.destroy()
  }
  return { elapsedMs: performance.now() - beganAt, latenciesMs }

  function work(socket: Socket): Promise<void> {
    return new Promise((resolve, reject) => {
      let index = 0
      let sentAt = 0
      let received: Buffer | undefined
      const sendNext = () => {
        index = next++
        const request = requests[index]
        if (!request) return resolve()
        sentAt = performance.now()
        socket.write(request)
      }
      socket.on('data', (part) => {
        try {
          received = received ? Buffer.concat([received, part]) : part
          const answer = readAnswer(received)
          if (!answer) return
          latenciesMs[index] = performance.now() - sentAt
          received = undefined
          check(answer, index)
          sendNext()
        } catch (error) {
          reject(error)
        }
      })
      socket.on('error', reject)
      socket.on('close', () => reject(new Error('the server closed the connection')))
      sendNext()
    })
  }
}

function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    socket.once('error', reject)
    socket.once('connect', () => {
      socket.off('error', reject)
      resolve(socket)
    })
  })
}

/** One POST /graphql as bytes. */
export function requestBytes(body: string, token: string): Buffer {
  const head = [
    'POST /graphql HTTP/1.1',
    'host: 127.0.0.1',
    'content-type: application/json',
    'accept: application/json',
    `authorization: Bearer ${token}`,
    `content-length: ${Buffer.byteLength(body)}`,
  ]
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`)
}
