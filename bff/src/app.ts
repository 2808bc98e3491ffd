import { backTestRuns } from './back-test/runs.ts'
import type { CommandShell, Perform, Preview } from './command.ts'
import { commandShell, previewShell } from './command.ts'
import type { Driver } from './db/driver.ts'
import type { AdmitService } from './graphql/admit-service.ts'
import { serviceAdmitter } from './graphql/admit-service.ts'
import type { Limiter } from './graphql/auth.ts'
import { secure } from './graphql/auth.ts'
import { authenticator } from './graphql/authenticate.ts'
import type { Context } from './graphql/context.ts'
import type { Engine, RequestMeta } from './graphql/engine.ts'
import { createEngine } from './graphql/engine.ts'
import { memoryLimiter } from './graphql/limiter.ts'
import type { NoticeTemplates } from './jobs/deliver.ts'
import type { JobReport } from './jobs/jobs.ts'
import { runJobs } from './jobs/jobs.ts'
import { trustedAt } from './jobs/trust.ts'
import type { Log } from './log.ts'
import type { Payments } from './payment/payment.ts'
import { bodiesThatCount, openBook } from './program/book.ts'
import { defaultProgram } from './program/default.ts'
import type { Program } from './program/program.ts'
import { problemsOf } from './program/read-program.ts'
import { buildSchema } from './schema.ts'
import { createSecrets, digest, hmac, isSame } from './secrets.ts'
import type { Sms } from './sms/sms.ts'
import type { Stores } from './stores.ts'
import { openStores } from './stores.ts'
import type { Webhooks } from './webhook/webhook.ts'
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
  /** Without a provider nothing that costs money can be redeemed. */
  payments?: Payments
  webhooks: Webhooks
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
  preview: Preview
  makeContext(request: RequestMeta): Promise<Context>
  hashPhone(phone: string): string
  /** The door for systems: who signed a request. */
  admitService: AdmitService
  /** One round of the clock-driven commands. */
  runJobs(): Promise<JobReport>
  close(): Promise<void>
}

/** Puts the house together. Brings the database up to date and publishes a first programme. */
export async function createApp(options: AppOptions): Promise<App> {
  const { driver, now, newId, randomInt, log, wechat, sms, webhooks, production } = options
  const { payments } = options
  await driver.migrate()
  const stores = openStores(driver)
  const { hashPhone, signer, sharedSecret, seal, open } = createSecrets(options.secret)
  await beginProgram(stores, options.program ?? defaultProgram, now())

  let mark = await stores.clock.find()
  const shell: CommandShell = {
    now,
    newId,
    randomInt,
    digest,
    trustedNow: () => trustedAt(mark, now()),
    budgets: () => budgetsOf(stores, now()),
    programVersions: (isBehind) =>
      isBehind ? stores.program.readVersions() : stores.program.versions(now()),
    findReceipt: stores.receipt.find,
    commit: stores.commit,
  }
  const perform = commandShell(shell)
  const preview = previewShell(shell)
  const backTests = backTestRuns({ stores, now, digest, log })
  const { authenticate, forget } = authenticator(stores, now, digest)
  /** Who is asking, and what a resolver may reach for them. */
  const makeContext = async (request: RequestMeta): Promise<Context> => {
    const { headers, ip, requestId, principal: known } = request
    const principal = known ?? (await authenticate(headers, ip))
    const book = openBook(await stores.program.versions(now()), now())
    return {
      principal,
      program: book.inForce,
      book,
      requestId,
      stores,
      perform,
      preview,
      runBackTest: backTests.begin,
      now,
      moment: async () => ({
        now: now(),
        trustedNow: shell.trustedNow(),
        book,
        budgets: await shell.budgets(),
        digest,
      }),
      wechat,
      sms,
      payments,
      signer,
      hashPhone,
      digest,
      sharedSecret,
      seal,
      open,
      log,
      production,
      noticeTemplates: options.noticeTemplates ?? {},
      forgetSession: forget,
    }
  }
  const engine = createEngine<Context>({
    schema: secure(buildSchema(), options.limiter ?? memoryLimiter()),
    documents: options.documents,
    production,
    log,
    newId,
    makeContext,
  })
  const secretOf = (keyId: string) => sharedSecret('service-key', keyId)
  return {
    engine,
    admitService: serviceAdmitter(stores, perform, { secretOf, hmac, isSame }, now),
    stores,
    perform,
    preview,
    makeContext,
    hashPhone,
    runJobs: () =>
      runJobs({
        stores,
        perform,
        now,
        newId,
        wechat,
        payments,
        log,
        templates: options.noticeTemplates ?? {},
        trust: (seen) => {
          mark = seen
        },
        webhooks,
        webhookSecret: (webhookId) => sharedSecret('webhook', webhookId),
      }),
    close: async () => {
      await backTests.stop()
      await driver.close()
    },
  }
}

const BEGIN_ATTEMPTS_MAX = 5

/**
 * A new installation gets its first version; an older one keeps what was published. Of several
 * processes that start at once one is first, and its version is the one that counts.
 */
async function beginProgram(stores: Stores, first: Program, at: number): Promise<void> {
  for (let attempt = 1; attempt <= BEGIN_ATTEMPTS_MAX; attempt++) {
    const versions = await stores.program.readVersions()
    const bodies = versions.length > 0 ? bodiesThatCount(versions, at) : [first]
    const problems = bodies.flatMap(problemsOf)
    if (problems.length > 0) throw new Error(`the programme is not sound: ${problems.join('; ')}`)
    if (versions.length > 0) return
    const signed = { publishedAt: at, publishedBy: 'system', approvedBy: null, liveAt: at }
    const program = { version: 1, ...signed, reason: '首个版本', body: first }
    await stores.commit([{ kind: 'program-published', program }])
  }
  throw new Error('the first programme could not be published')
}

/** A programme without budgets spares every command the question what was given of them. */
async function budgetsOf(stores: Stores, at: number): Promise<ReadonlyMap<string, number>> {
  const { body } = await stores.program.inForce(at)
  const isLimited =
    body.rules.some(({ budget }) => budget) || body.coupons.some(({ issueMax }) => issueMax)
  return isLimited ? stores.budget.all() : new Map()
}
