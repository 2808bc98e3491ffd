import { randomInt } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { createApp } from '../../../bff/src/app.ts'
import { openPostgres } from '../../../bff/src/db/postgres.ts'
import { openSqlite } from '../../../bff/src/db/sqlite.ts'
import { type Limiter, secure } from '../../../bff/src/graphql/auth.ts'
import type { Context } from '../../../bff/src/graphql/context.ts'
import { buildSchema } from '../../../bff/src/schema.ts'
import { createFakeSms } from '../../../bff/src/sms/sms.fake.ts'
import { createFakeWebhooks } from '../../../bff/src/webhook/webhook.fake.ts'
import { createFakeWechat } from '../../../bff/src/wechat/wechat.fake.ts'
import { readDocuments } from '../documents.ts'
import { benchClock, newId } from './contender.ts'

const SECRET = 'a secret for the bench, long enough'

/** Every member asks as often as they like: what is measured is the work, not the refusals. */
const unlimited: Limiter = async () => undefined

/** Failures are seen in the answers, which the bench reads all. */
const log = { info() {}, warn() {}, error: (details: object) => console.error(details) }

/** The real app as production runs it, on a clock of the bench and without rate limits. */
export async function openApp(address: string) {
  const { now, setDay } = benchClock()
  const isPostgres = address.startsWith('postgres')
  const driver = isPostgres
    ? openPostgres(address, { migrationsFolder: 'bff/migrations/postgres' })
    : openSqlite(address, { migrationsFolder: 'bff/migrations/sqlite' })
  const ports = { sms: createFakeSms({ now, newId }), wechat: createFakeWechat({ now, newId }) }
  const app = await createApp({
    driver,
    now,
    newId,
    randomInt: (limit) => randomInt(limit),
    secret: SECRET,
    ...ports,
    webhooks: createFakeWebhooks({ now }),
    log,
    production: true,
    documents: readDocuments(),
    limiter: unlimited,
  })
  return {
    ...app,
    log,
    beginDay: async (day: number) => setDay(day),
    /** The same schema behind the same guard, for servers that are not ours. */
    buildSchema: () => secure(buildSchema(), unlimited),
    /** The app's own context, for servers that are not ours. */
    makeContext: (headers: IncomingHttpHeaders, ip: string): Promise<Context> =>
      app.makeContext({ headers, ip, requestId: newId() }),
  }
}
