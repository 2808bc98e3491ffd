import type { Day } from '@evergreen/shared/day.ts'
import { streakOf } from '../../bff/src/check-in/streak.ts'
import type { FactPlace } from '../../bff/src/fact.store.ts'
import { FIRST_FACT } from '../../bff/src/fact.store.ts'
import { auditLedger } from '../../bff/src/ledger/audit-ledger.ts'
import type {
  Coupon,
  Entry,
  MemberState,
  OutboxMessage,
  StoredFact,
  TierStep,
} from '../../bff/src/model.ts'
import type { OrderRecord } from '../../bff/src/order/order.ts'
import type { PublishedProgram } from '../../bff/src/program/program.ts'
import { digest } from '../../bff/src/secrets.ts'
import type { Stores } from '../../bff/src/stores.ts'
import type { OpenedApp } from '../fixtures/open-app.ts'
import { allRows } from '../fixtures/rows.ts'
import { replay } from './replay.ts'
import { type BoardRows, problemsOfBoards } from './soundness.boards.ts'
import { problemsOfOrders } from './soundness.orders.ts'
import { problemsOfTiers } from './soundness.tiers.ts'

/** Everything stored of one member, read from the tables. */
export interface Records {
  state: MemberState
  entries: Entry[]
  facts: StoredFact[]
  orders: OrderRecord[]
  coupons: Coupon[]
  steps: TierStep[]
  awards: { badgeId: string }[]
  losses: { badgeId: string }[]
  days: { day: Day; kind: 'checked-in' | 'frozen' | 'made-up' }[]
  versions: readonly PublishedProgram[]
}

export interface Soundness {
  /** What is not as the invariants say, named by them; empty when all is sound. */
  problems: string[]
  /** How many members, entries and facts were looked at. */
  looked: number
}

/** All invariants over the whole database, by reading every table. */
export async function soundness({ driver, stores }: Pick<OpenedApp, 'driver' | 'stores'>) {
  const rows = await allRows(driver)
  const problems: string[] = []
  let looked = 0
  const byMember = new Map<string, Records>()
  const versions = await stores.program.readVersions()
  for (const state of await statesOf(stores)) byMember.set(state.id, noRecords(state, versions))
  const deal = <K extends keyof Records>(table: string, name: K) => {
    for (const row of (rows[table] ?? []) as { memberId: string }[])
      (byMember.get(row.memberId)?.[name] as object[] | undefined)?.push(row)
    looked += rows[table]?.length ?? 0
  }
  deal('entries', 'entries')
  deal('facts', 'facts')
  deal('coupons', 'coupons')
  deal('tierSteps', 'steps')
  deal('badgeAwards', 'awards')
  deal('badgeLosses', 'losses')
  deal('checkInDays', 'days')
  for (const { body, ...row } of (rows.orders ?? []) as { memberId: string; body: object }[])
    byMember.get(row.memberId)?.orders.push({ ...row, ...body } as OrderRecord)

  for (const [id, records] of byMember) {
    sort(records)
    const ofBoards = problemsOfBoards(records, boardRowsOf(rows, id))
    problems.push(...[...problemsOf(records), ...ofBoards].map((problem) => `${id}: ${problem}`))
  }
  const codes = ((rows.coupons ?? []) as Coupon[]).map(({ code }) => code)
  if (new Set(codes).size !== codes.length) problems.push('C3 a coupon code stands there twice')
  if (codes.some((code) => !/^[0-9A-HJKMNP-TV-Z]{16}$/.test(code)))
    problems.push('C3 a code is shorter than 80 bits')
  const keys = ((rows.outbox ?? []) as OutboxMessage[]).map(({ key }) => key)
  if (new Set(keys).size !== keys.length) problems.push('M1 a message would be sent twice')
  return { problems, looked } satisfies Soundness
}

function boardRowsOf(rows: Awaited<ReturnType<typeof allRows>>, id: string): BoardRows {
  const ofMember = <Row extends { memberId: string }>(table: string) =>
    (rows[table] as Row[]).filter(({ memberId }) => memberId === id)
  return { members: ofMember('boardMembers'), scores: ofMember('boardScores') }
}

const noRecords = (state: MemberState, versions: readonly PublishedProgram[]): Records => ({
  state,
  versions,
  entries: [],
  facts: [],
  orders: [],
  coupons: [],
  steps: [],
  awards: [],
  losses: [],
  days: [],
})

function sort({ entries, facts, steps, days }: Records): void {
  entries.sort((a, b) => a.seq - b.seq)
  facts.sort((a, b) => a.seq - b.seq)
  steps.sort((a, b) => a.factSeq - b.factSeq || a.nth - b.nth)
  days.sort((a, b) => (a.day < b.day ? -1 : 1))
}

async function statesOf({ member }: Stores): Promise<MemberState[]> {
  const states: MemberState[] = []
  for (;;) {
    const page = await member.page(states.at(-1)?.id ?? '', 500)
    if (page.length === 0) return states
    states.push(...page)
  }
}

function problemsOf(records: Records): string[] {
  const { state, entries, facts, coupons, days, versions } = records
  const problems = auditLedger(state, entries, digest).map(
    ({ seq, problem }) => `L5 entry ${seq} ${problem}`,
  )
  const say = (isSound: boolean, problem: string) => {
    if (!isSound) problems.push(problem)
  }
  const { points, pending, held, debt, growth } = state
  say(
    [points, pending, held, debt, growth].every((sum) => sum >= 0),
    'L3 a sum is below 0',
  )
  say(isOnce(entries.map(({ unit, key }) => `${unit} ${key}`)), 'L8 R1 a cause gave twice')
  say(entries.every(hasCause), 'L7 an entry does not say where it comes from')
  say(isRising(entries.map(({ recordedAt }) => recordedAt)), 'T4 time ran backwards')
  say(isRising(facts.map(({ recordedAt }) => recordedAt)), 'T4 time ran backwards for facts')
  say(
    facts.every(({ seq }, i) => seq === i + 1) && state.factSeq === facts.length,
    'I4 a fact is missing',
  )
  say(isOnce(facts.map(({ key }) => key)), 'I1 a fact was taken twice')
  const liveAt = new Map(versions.map((row) => [row.version, row.version === 1 ? 0 : row.liveAt]))
  say(
    entries.every((entry) => (liveAt.get(entry.programVersion) ?? Infinity) <= entry.recordedAt),
    'R3 an entry names a version that was not in force yet',
  )
  for (const { kind, day, moves } of entries)
    if (kind === 'expire')
      say(
        moves.every(({ lotId }) => lotId.slice(0, 10) < day),
        'X3 points ended before their last day was over',
      )
  say(isOnce(coupons.map(({ key }) => key)), 'G5 a coupon was given twice for one thing')
  say(
    coupons.filter(({ couponId }) => couponId === 'welcome-5').length <= 1,
    'C2 more coupons than a member may have',
  )
  say(
    coupons.every(({ issuedOn, expiresOn }) => issuedOn <= expiresOn),
    'C1 a coupon of no day',
  )
  const streak = streakOf(days)
  say(streak.days === state.streak.days, `T2 the days make a streak of ${streak.days}`)
  say(isOnce(days.map(({ day }) => day)), 'T1 a day was checked in twice')
  say(state.dueOn > state.clockDay, 'X8 what is due was left undone')
  return [
    ...problems,
    ...problemsOfLimits(records),
    ...problemsOfOrders(records),
    ...problemsOfTiers(records),
  ]
}

const PAGE = 1_000

async function factsByMember({ fact }: OpenedApp['stores']): Promise<Map<string, StoredFact[]>> {
  const facts = new Map<string, StoredFact[]>()
  let place: FactPlace = FIRST_FACT
  for (;;) {
    const page = await fact.page(place, Number.MAX_SAFE_INTEGER, PAGE)
    for (const each of page) {
      facts.set(each.memberId, [...(facts.get(each.memberId) ?? []), each])
      place = each
    }
    if (page.length < PAGE) return facts
  }
}

/** The stored facts alone make the same members again, to the last hash (L5). */
export async function replayed({ stores }: Pick<OpenedApp, 'stores'>): Promise<Soundness> {
  const versions = await stores.program.readVersions()
  const problems: string[] = []
  let looked = 0
  const factsOf = await factsByMember(stores)
  for (const state of await statesOf(stores)) {
    const facts = factsOf.get(state.id) ?? []
    const again = replay(facts, versions)
    for (const part of ['chainHead', 'lots', 'progress', 'counts', 'streak', 'standing'] as const)
      if (JSON.stringify(again?.[part]) !== JSON.stringify(state[part]))
        problems.push(`${state.id}: L5 the facts make another member: ${part}`)
    looked += facts.length
  }
  return { problems, looked }
}

const isOnce = (keys: readonly string[]): boolean => new Set(keys).size === keys.length
const isRising = (times: readonly number[]): boolean =>
  times.every((at, i) => at >= (times[i - 1] ?? 0))

const hasCause = ({ kind, key, actor, ruleId, parts, amount }: Entry): boolean =>
  actor !== '' &&
  key !== '' &&
  parts.length > 0 &&
  Math.abs(amount) < 1e9 &&
  (kind !== 'earn' || ruleId !== null)

const timesADay: Readonly<Record<string, number>> = {
  'friend-joined': 10,
  'shared-product-bought': 10,
  'like-received': 10,
  'article-read': 3,
  commented: 5,
  'review-written': 3,
}

/** No rule gives more often or more than its limits and the caps let it (R2). */
function problemsOfLimits({ entries, versions }: Records): string[] {
  const problems: string[] = []
  const times = new Map<string, number>()
  const shares = new Map<string, number>()
  const capped = new Map<string, { sum: number; version: number | undefined }>()
  for (const { kind, unit, ruleId, day, amount, programVersion } of entries) {
    if (kind !== 'earn' || ruleId === null) continue
    const turn = `${ruleId} ${unit} ${day}`
    times.set(turn, (times.get(turn) ?? 0) + 1)
    if ((times.get(turn) ?? 0) > (timesADay[ruleId] ?? Infinity)) problems.push(`R2 ${turn}`)
    if (ruleId === 'friend-grew')
      shares.set(day.slice(0, 7), (shares.get(day.slice(0, 7)) ?? 0) + amount)
    if (unit !== 'points' || isUncapped(ruleId)) continue
    const { sum, version } = capped.get(day) ?? { sum: 0, version: programVersion }
    capped.set(day, {
      sum: sum + amount,
      version: version === programVersion ? version : undefined,
    })
  }
  for (const [month, sum] of shares)
    if (sum > 200) problems.push(`R2 ${sum} of friends in ${month}`)
  for (const [day, { sum, version }] of capped) {
    const max = versions.find((row) => row.version === version)?.body.caps[0]?.max ?? 500
    if (sum > max) problems.push(`R2 ${sum} points on ${day}`)
  }
  return problems
}

const isUncapped = (ruleId: string): boolean =>
  /^(purchase-|friend-qualified|friends-|new-order|explore-2|climb-|weekly-visit)/.test(ruleId)
