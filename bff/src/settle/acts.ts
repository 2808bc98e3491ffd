import { joinAgain } from '../check-in/gap.ts'
import { extendStreak } from '../check-in/streak.ts'
import type { ReportedFact } from '../fact.ts'
import type { MemberState } from '../model.ts'
import type { ReceiptPart } from '../state.ts'
import { expireLots, releaseLots } from './clock.ts'
import { earn, negative, takeBack } from './earn.ts'
import { remember } from './friends.ts'
import { give, giveCoupons } from './grant.ts'
import { capture, giveBack, hold, release } from './holds.ts'
import { use } from './limits.ts'
import { loseBadge, openOrder, refund } from './orders.ts'
import { progressOf, setProgress } from './rules.ts'
import type { Run } from './run.ts'
import { record } from './run.ts'
import { grantTier } from './tiers.ts'

type Kind = ReportedFact['kind']
type Acts = { readonly [K in Kind]?: (run: Run, fact: Extract<ReportedFact, { kind: K }>) => void }

/** What a fact does by itself, before any rule is asked. Most do nothing but count. */
const acts: Acts = {
  joined: remember,
  'checked-in': checkedIn,
  'made-up': madeUp,
  'order-paid': payOrder,
  'order-received': (run, fact) => releaseLots(run, ({ order }) => order === fact.order),
  'order-refunded': refund,
  'birthday-set': setBirthday,
  'task-joined': joinTask,
  'task-claimed': claimTask,
  'points-held': (run, { holdId, ...held }) => hold(run, { ...held, id: holdId }),
  'hold-captured': (run, { holdId }) => void capture(run, holdId),
  'hold-released': (run, { holdId }) => {
    release(run, holdId)
    // A lot may have ended while its points were set aside (X4).
    expireLots(run)
  },
  'spend-returned': (run, fact) => giveBack(run, { ...fact, returned: 0, what: fact.holdId }),
  adjusted: adjust,
  'tier-granted': (run, { tierId, reason, until }) =>
    grantTier(run, { tierId, reason, from: run.day, until }),
  'badge-revoked': (run, { badgeId, reason }) => loseBadge(run, badgeId, reason),
  'benefit-used': useBenefit,
  left: leave,
  'coupon-granted': (run, { key, couponId, count }) =>
    giveCoupons(run, { id: 'operator' }, key, couponId, count),
}

export function act(run: Run, fact: ReportedFact): void {
  const does = acts[fact.kind] as ((run: Run, fact: ReportedFact) => void) | undefined
  does?.(run, fact)
}

/** Told in the very month, the birthday's gift comes at once. */
function setBirthday(run: Run, { month, day }: { month: number; day: number }): void {
  change(run, { birthday: `${two(month)}-${two(day)}` })
  if (run.day.slice(5, 7) === two(month))
    run.queue.push({ kind: 'birthday-month-began', key: `birthday:${run.day.slice(0, 4)}` })
}

const two = (number: number): string => String(number).padStart(2, '0')

function change(run: Run, part: Partial<MemberState>): void {
  run.state = { ...run.state, ...part }
}

/** Opens the order's record; the points set aside for it are spent. */
function payOrder(run: Run, fact: Extract<ReportedFact, { kind: 'order-paid' }>): void {
  const order = openOrder(run, fact)
  const { holdId } = fact.order
  const held = holdId === null ? undefined : capture(run, holdId)
  const spent = held && { holdId: held.id, amount: held.amount, taken: held.taken, returned: 0 }
  run.order = { ...order, spent: spent ?? null }
}

/** The streak grows, or begins again; freezes cover what they can. A new ladder keeps its terms. */
function checkedIn(run: Run): void {
  const { streak, frozenDays } = extendStreak(run.state.streak, run.day)
  run.frozenDays = frozenDays
  const version = run.place.book.inForce.version
  const isNewLadder = run.terms.rules.every(
    ({ grant: { points } }) =>
      !points ||
      !('ladderByStreak' in points) ||
      (streak.days - 1) % points.ladderByStreak.length === 0,
  )
  const termsVersion = isNewLadder ? version : streak.termsVersion
  change(run, { streak: { ...streak, termsVersion } })
  const mark = { kind: 'check-in-day', memberId: run.state.id, at: run.place.recordedAt } as const
  for (const day of frozenDays)
    run.changes.push({ ...mark, day, dayKind: 'frozen', streakDays: streak.days - 1 })
  run.changes.push({ ...mark, day: run.day, dayKind: 'checked-in', streakDays: streak.days })
}

function madeUp(run: Run): void {
  const { streak, days } = joinAgain(run.state.streak)
  change(run, { streak })
  const mark = { kind: 'check-in-day', memberId: run.state.id, at: run.place.recordedAt } as const
  for (const { day, streakDays } of days)
    run.changes.push({ ...mark, day, dayKind: 'made-up', streakDays })
}

function joinTask(run: Run, { ruleId }: { ruleId: string }): void {
  const rule = run.terms.rules.find(({ id }) => id === ruleId)
  if (!rule) return
  const termsVersion = run.place.book.inForce.version
  setProgress(run, rule, { ...progressOf(run, rule), termsVersion })
}

function claimTask(run: Run, fact: Extract<ReportedFact, { kind: 'task-claimed' }>): void {
  const rule = run.terms.rules.find(({ id }) => id === fact.ruleId)
  if (!rule) return
  const progress = run.state.progress[rule.id] ?? progressOf(run, rule)
  setProgress(run, rule, { ...progress, state: 'claimed' })
  give(run, rule, fact, `${rule.id}:${progress.period}`)
}

/** By hand, with a reason; never more is taken than is there. */
function adjust(
  run: Run,
  { unit, amount, reason, key }: Extract<ReportedFact, { kind: 'adjusted' }>,
) {
  const parts: ReceiptPart[] = [{ kind: 'noted', note: reason, amount }]
  const adjustment = { unit, kind: 'adjust', key, ruleId: null, parts } as const
  if (amount > 0) earn(run, { ...adjustment, amount })
  else takeBack(run, { ...adjustment, amount: -amount })
}

function useBenefit(run: Run, { benefitId }: { benefitId: string }): void {
  const allowance = run.terms.benefits.find(({ id }) => id === benefitId)?.allowance
  if (allowance) use(run, `benefit:${benefitId}`, allowance.per, 1)
}

/** Everything a member has ends with the account, by an entry for each account of the ledger. */
function leave(run: Run, { key }: { key: string }): void {
  for (const { id } of run.state.holds) release(run, id)
  const close = { kind: 'adjust', key, ruleId: null } as const
  const { lots } = run.state
  const moves = negative(lots.map(({ id, remaining }) => ({ lotId: id, amount: remaining })))
  const { growth, debt } = run.state
  const points = moves.reduce((sum, { amount }) => sum + amount, 0)
  const parts = (amount: number) => [{ kind: 'noted', note: '注销会员', amount }] as const
  if (points !== 0)
    record(run, { ...close, unit: 'points', amount: points, parts: parts(points), moves }, [])
  for (const [unit, held] of [
    ['growth', growth],
    ['debt', debt],
  ] as const)
    if (held > 0) record(run, { ...close, unit, amount: -held, parts: parts(-held), moves: [] })
}
