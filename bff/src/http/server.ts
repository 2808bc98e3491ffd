import { createServer as createHttpServer, type Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { answerTo } from '../graphql/answer.ts'
import type { Log } from '../log.ts'
import type { Reply } from './reply.ts'
import { createRoutes, type RouteOptions } from './routes.ts'

export interface ServerOptions extends RouteOptions {
  log: Log
  /** How long a request may take to arrive, headers and body together. */
  requestTimeoutMs?: number
}

/**
 * A server that can finish: `drain` takes no new requests, ends the running ones, and resolves when
 * all is quiet.
 */
export type DrainableServer = Server & { drain(): Promise<void> }

const requestTimeoutMsDefault = 10_000

/** The one HTTP server of the process. It does not listen yet. */
export function createServer(options: ServerOptions): DrainableServer {
  const { engine, log, requestTimeoutMs = requestTimeoutMsDefault } = options
  const route = createRoutes(options)
  const running = new Set<Promise<void>>()
  const silent = new Set<Socket>()
  let draining = false

  const timeouts = {
    requestTimeout: requestTimeoutMs,
    headersTimeout: requestTimeoutMs,
    connectionsCheckingInterval: Math.min(1000, requestTimeoutMs),
  }
  const server = createHttpServer(timeouts, (request, response) => {
    const requestId = engine.newId()
    silent.delete(request.socket)
    const answered = route(request, requestId)
      .catch((error: unknown): Reply => {
        log.error({ requestId, err: error }, 'unexpected error')
        return answerTo({ errors: [error] }, requestId)
      })
      .then((reply) => send(response, reply, requestId, draining))
      .finally(() => running.delete(answered))
    running.add(answered)
  })

  server.on('connection', (socket) => {
    silent.add(socket)
    socket.once('close', () => silent.delete(socket))
  })

  async function drain(): Promise<void> {
    draining = true
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    // A browser may hold a connection in reserve. Until it has asked something, the server itself
    // would wait for it.
    for (const socket of silent) socket.destroy()
    await closed
    // A caller who left has no connection to wait for, and yet an operation that must end.
    await Promise.all(running)
  }
  return Object.assign(server, { drain })
}

function send(
  response: ServerResponse,
  reply: Reply | undefined,
  requestId: string,
  lastOnConnection: boolean,
): void {
  if (!reply || response.destroyed) return
  const { status, headers, body } = reply
  // In one object: headers set one by one take Node a slower way.
  response.writeHead(status, {
    ...headers,
    'x-request-id': requestId,
    ...(status === 204 || status === 304 ? {} : { 'content-length': Buffer.byteLength(body) }),
    ...(lastOnConnection ? { connection: 'close' } : {}),
  })
  response.end(body)
}
