import { randomInt, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import { pino } from 'pino'
import { createApp } from './app.ts'
import { openDatabase } from './db/open.ts'
import { serviceDocuments } from './graphql/documents.ts'
import { createServer } from './http/server.ts'
import { createFakePayments } from './payment/payment.fake.ts'
import { createSms } from './sms/sms.client.ts'
import { createFakeSms } from './sms/sms.fake.ts'
import { createWebhooks } from './webhook/webhook.client.ts'
import { createWechat } from './wechat/wechat.client.ts'
import { createFakeWechat } from './wechat/wechat.fake.ts'

// The only file that reads the environment, the clock and chance; everything else is handed them.

const env = process.env
const production = env.NODE_ENV === 'production'
const now = () => Date.now()
// 90 random bits; a UUID's are drawn in advance, which bytes of our own asking are not.
const newId = () => randomUUID().replaceAll('-', '').slice(8)
const log = pino({ level: env.LOG_LEVEL ?? (production ? 'info' : 'warn') })

/** A setting there is no default for. */
function needed(name: string): string {
  const value = env[name]
  if (!value) throw new Error(`${name} is not set; see the README, "Running it for real"`)
  return value
}

/** The real services in production; elsewhere fakes that keep the real rules. */
function openPorts() {
  const fetching = { fetch, now, newId, log, deadline: AbortSignal.timeout }
  if (production) {
    const wechat = { appId: needed('WECHAT_APP_ID'), appSecret: needed('WECHAT_APP_SECRET') }
    return {
      wechat: createWechat({ ...fetching, ...wechat }),
      sms: createSms({
        ...fetching,
        accessKeyId: needed('SMS_ACCESS_KEY_ID'),
        accessKeySecret: needed('SMS_ACCESS_KEY_SECRET'),
        signName: needed('SMS_SIGN_NAME'),
        templateCodes: { 'one-time-code': needed('SMS_TEMPLATE_CODE') },
      }),
    }
  }
  const sms = createFakeSms({ now, newId })
  return {
    payments: createFakePayments({ now, newId }),
    wechat: createFakeWechat({ now, newId }),
    sms: {
      send: async (message: Parameters<typeof sms.send>[0]) => {
        const answer = await sms.send(message)
        if (answer.kind === 'sent') console.log(`  ✉  ${message.phone}  ${message.variables.code}`)
        return answer
      },
    },
  }
}

// A promise nobody waits for, in a library as a rule: it must be seen, and it must not end us.
process.on('unhandledRejection', (err) => log.error({ err }, 'unhandled rejection'))

const documentsFile = resolve('apps/member/src/generated/persisted-documents.json')
const serviceFolder = resolve('bff/service')
const serviceTexts = readdirSync(serviceFolder).map((name) =>
  readFileSync(join(serviceFolder, name), 'utf8'),
)
const databaseUrl = env.DATABASE_URL ?? resolve('.data/evergreen.db')
if (!/^postgres/.test(databaseUrl)) mkdirSync(dirname(databaseUrl), { recursive: true })

const ports = openPorts()
const app = await createApp({
  driver: openDatabase(databaseUrl),
  now,
  newId,
  randomInt: (limit) => randomInt(limit),
  secret: needed('EVERGREEN_SECRET'),
  ...ports,
  webhooks: createWebhooks({ publicOnly: production, log }),
  log,
  production,
  documents: {
    ...JSON.parse(readFileSync(documentsFile, 'utf8')),
    ...serviceDocuments(serviceTexts),
  },
  noticeTemplates: {
    ...(env.WECHAT_TEMPLATE_TIER && { 'tier-reached': env.WECHAT_TEMPLATE_TIER }),
    ...(env.WECHAT_TEMPLATE_RESTOCK && { restocked: env.WECHAT_TEMPLATE_RESTOCK }),
    ...(env.WECHAT_TEMPLATE_BADGE && { 'badge-awarded': env.WECHAT_TEMPLATE_BADGE }),
  },
})

const staticFolder = resolve(env.EVERGREEN_STATIC ?? 'apps/member/dist/h5')
const server = createServer({
  engine: app.engine,
  admitService: app.admitService,
  log,
  production,
  ...('payments' in ports && { cashier: ports.payments }),
  ...(existsSync(staticFolder) && { staticFolder }),
  proxies: Number(env.PROXIES ?? 0),
  allowedOrigins: env.ALLOWED_ORIGINS?.split(',').filter(Boolean) ?? [],
})
server.listen(Number(env.PORT ?? 8787), env.HOST ?? '127.0.0.1', () => {
  const { address, port } = server.address() as AddressInfo
  console.log(`Evergreen listens on http://${address}:${port}`)
})

const JOBS_EVERY_MS = 30_000
let jobs = Promise.resolve()
let timer: NodeJS.Timeout
// A round begins when the one before it has ended: a long one is not overtaken.
const runJobs = () => {
  jobs = app.runJobs().then(
    (report) => log.info(report, 'jobs'),
    (error: unknown) => log.error({ err: error }, 'jobs failed'),
  )
  void jobs.then(() => {
    if (!isStopping) timer = setTimeout(runJobs, JOBS_EVERY_MS)
  })
}
let isStopping = false
runJobs()

async function stop(): Promise<void> {
  isStopping = true
  clearTimeout(timer)
  await server.drain()
  await jobs
  await app.close()
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop)
