import { createServer, type IncomingMessage } from 'node:http'
import { createYoga } from 'graphql-yoga'
import { compiledExecution } from '../../../bff/src/graphql/compiled.ts'
import { documentGuards } from '../../../bff/src/graphql/guards.ts'
import { openApp } from './app.ts'
import { type Contender, type ContenderOptions, closeServer, listen } from './contender.ts'

/** The same plugins behind Yoga's own request listener, with what can be turned off turned off. */
export async function openYoga({ address }: ContenderOptions): Promise<Contender> {
  const app = await openApp(address)
  const schema = app.buildSchema()
  const yoga = createYoga<{ req: IncomingMessage }>({
    schema,
    plugins: [...documentGuards({ introspection: false }), compiledExecution(schema, app.log)],
    context: ({ req }) => app.makeContext(req.headers, req.socket.remoteAddress ?? ''),
    logging: false,
    graphiql: false,
    landingPage: false,
    multipart: false,
    cors: false,
    maxRequestBodySize: false,
  })
  const server = createServer(yoga)
  return {
    port: await listen(server),
    beginDay: app.beginDay,
    async close() {
      await closeServer(server)
      await app.close()
    },
  }
}
