import { fastify } from 'fastify'
import { mercurius } from 'mercurius'
import { readDocuments } from '../documents.ts'
import { openApp } from './app.ts'
import type { Contender, ContenderOptions } from './contender.ts'

/** The fastest general GraphQL server for Node, at its best: compiled, persisted documents only. */
export async function openMercurius({ address }: ContenderOptions): Promise<Contender> {
  const app = await openApp(address)
  const server = fastify()
  await server.register(mercurius, {
    schema: app.buildSchema(),
    jit: 1,
    persistedQueries: { ...readDocuments() },
    onlyPersisted: true,
    context: ({ headers, ip }) => app.makeContext(headers, ip),
  })
  const url = await server.listen({ port: 0, host: '127.0.0.1' })
  return {
    port: Number(new URL(url).port),
    beginDay: app.beginDay,
    async close() {
      server.server.closeAllConnections()
      await server.close()
      await app.close()
    },
  }
}
