import type { Perform } from './command.ts'
import { commandShell } from './command.ts'
import type { Driver } from './db/driver.ts'
import type { Limiter } from './graphql/auth.ts'
import { secure } from './graphql/auth.ts'
import { authenticator } from './graphql/authenticate.ts'
import type { Context } from './graphql/context.ts'
import type { Engine } from './graphql/engine.ts'
import { createEngine } from './graphql/engine.ts'
import { memoryLimiter } from './graphql/limiter.ts'
import type { NoticeTemplates } from './jobs/deliver.ts'
import type { JobReport } from './jobs/jobs.ts'
import { runJobs } from './jobs/jobs.ts'
import type { Log } from './log.ts'
import { checkProgram } from './program/check-program.ts'
import { defaultProgram } from './program/default.ts'
import type { Program } from './program/program.ts'
import { buildSchema } from './schema.ts'
import { createSecrets, digest } from './secrets.ts'
import type { Sms } from './sms/sms.ts'
import type { Stores } from './stores.ts'
import { openStores } from './stores.ts'
import type { Wechat } from './wechat/wechat.ts'

export interface AppOptions {
  driver: Driver
  /** Milliseconds since 1970. */
  now(): number
  newId(): string
  /** A whole number from 0 to below `limit`, not to be guessed. */
  randomInt(limit: number): number
  /** At least 32 characters; whoever has it can forge member codes. */
  secret: string
  wechat: Wechat
  sms: Sms
  log: Log
  production: boolean
  /** Trusted documents of our own clients: id → text. */
  documents: Readonly<Record<string, string>>
  /** What a new installation begins with. */
  program?: Program
  limiter?: Limiter
  noticeTemplates?: NoticeTemplates
}

export interface App {
  engine: Engine
  stores: Stores
  perform: Perform
  hashPhone(phone: string): string
  /** One round of the clock-driven commands. */
  runJobs(): Promise<JobReport>
  close(): Promise<void>
}

/** Puts the house together. Brings the database up to date and publishes a first programme. */
export async function createApp(options: AppOptions): Promise<App> {
  const { driver, now, newId, randomInt, log, wechat, sms } = options
  await driver.migrate()
  const stores = openStores(driver)
  const { hashPhone, signer } = createSecrets(options.secret)
  await beginProgram(stores, options.program ?? defaultProgram, now())

  const perform = commandShell({
    now,
    newId,
    randomInt,
    digest,
    programInForce: () => stores.program.inForce(now()),
    findReceipt: stores.receipt.find,
    commit: stores.commit,
  })
  const { authenticate, forget } = authenticator(stores, now, digest)
  const engine = createEngine<Context>({
    schema: secure(buildSchema(), options.limiter ?? memoryLimiter()),
    documents: options.documents,
    production: options.production,
    log,
    newId,
    makeContext: async ({ headers, ip, requestId }) => ({
      principal: await authenticate(headers.authorization, ip),
      program: await stores.program.inForce(now()),
      requestId,
      stores,
      perform,
      now,
      wechat,
      sms,
      signer,
      hashPhone,
      forgetSession: forget,
    }),
  })
  return {
    engine,
    stores,
    perform,
    hashPhone,
    runJobs: () => runJobs({ stores, now, wechat, log, templates: options.noticeTemplates ?? {} }),
    close: () => driver.close(),
  }
}

/** A new installation gets its first version; an older one keeps what was published. */
async function beginProgram(stores: Stores, first: Program, at: number): Promise<void> {
  const published = await stores.program.find()
  const problems = checkProgram(published?.body ?? first)
  if (problems.length > 0) throw new Error(`the programme is not sound: ${problems.join('; ')}`)
  if (published) return
  const program = { version: 1, publishedAt: at, publishedBy: 'system', body: first }
  // A conflict says that another process was first; its version is the one that counts.
  await stores.commit([{ kind: 'program-published', program }])
}
