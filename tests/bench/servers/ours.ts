import { createServer } from '../../../bff/src/http/server.ts'
import { openApp } from './app.ts'
import { type Contender, type ContenderOptions, closeServer, listen } from './contender.ts'

/** Evergreen through its real HTTP door, with trusted documents. */
export async function openOurs({ address }: ContenderOptions): Promise<Contender> {
  const { engine, log, beginDay, close } = await openApp(address)
  const server = createServer({ engine, log, production: true })
  return {
    port: await listen(server),
    beginDay,
    async close() {
      await closeServer(server)
      await close()
    },
  }
}
