import { once } from 'node:events'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterEach } from 'vitest'
import {
  createServer,
  type DrainableServer,
  type ServerOptions,
} from '../../bff/src/http/server.ts'
import { keepLog, type OpenGarden, openGarden } from './garden.ts'

const opened: DrainableServer[] = []

afterEach(async () => {
  for (const server of opened.splice(0)) {
    server.closeAllConnections()
    await server.drain()
  }
})

export interface OpenDoor extends OpenGarden {
  server: DrainableServer
  port: number
  url: string
}

/** The garden behind a real server on a free port of the loopback, closed when the test ends. */
export async function openDoor(
  options: Parameters<typeof openGarden>[0] &
    Partial<Omit<ServerOptions, 'engine' | 'production'>> = {},
): Promise<OpenDoor> {
  const garden = openGarden(options)
  const { log } = keepLog()
  const { production = false } = options
  const server = createServer({ log, ...options, engine: garden.engine, production })
  opened.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return Object.assign(garden, { server, port, url: `http://127.0.0.1:${port}` })
}

/** Posts JSON to the API as our own clients do. */
export function post(
  door: { url: string },
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${door.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
}

/** A bare connection: what is written is what is sent. */
export async function connectTo(door: { port: number }): Promise<Socket> {
  const socket = connect(door.port, '127.0.0.1')
  await once(socket, 'connect')
  return socket
}

/** Everything the other side says until it ends. Being cut off is one way of ending. */
export function hearAll(socket: Socket): Promise<string> {
  let heard = ''
  socket.setEncoding('utf8')
  socket.on('data', (text: string) => {
    heard += text
  })
  socket.on('error', () => undefined)
  return new Promise((resolve) => {
    socket.on('close', () => resolve(heard))
  })
}
