import { addDays } from '@evergreen/shared/day.ts'
import type { TierStep } from '../model.ts'
import { tierById } from '../program/program.ts'
import type { TierGrant } from '../state.ts'
import {
  effectiveTier,
  qualifyingGrowth,
  tierForGrowth,
  tierRank,
  windowGrowth,
} from '../tier/tier.ts'
import type { Run } from './run.ts'
import { announce, happened, tell } from './run.ts'

/** The grant that stands on growth: earned, or kept by grace. The first tier needs none. */
const standingGrant = (run: Run): TierGrant | undefined =>
  run.state.tierGrants.find(({ reason }) => reason === 'earned' || reason === 'grace')

const earnedTierId = (run: Run): string =>
  standingGrant(run)?.tierId ?? (run.terms.tiers[0]?.id as string)

const rank = (run: Run, tierId: string): number => tierRank(run.terms, tierId)

/** Writes one step of the way; a tier that is higher than before is a fact and a notice. */
function step(
  run: Run,
  kind: TierStep['kind'],
  grant: TierGrant,
  grants: readonly TierGrant[],
  sums: { earned: number; needed: number } | undefined = undefined,
): void {
  const before = run.state.tierId
  // By the days the clock has brought: what was granted ahead of them counts, what ends ahead of
  // them is not over yet.
  const today = run.state.clockDay
  const begun = grants.map((each) => (each.from > today ? { ...each, from: today } : each))
  const tier = effectiveTier(run.terms, begun, today)
  run.state = { ...run.state, tierGrants: grants, tierId: tier.id }
  run.steps += 1
  const at = { memberId: run.state.id, factSeq: run.state.factSeq, nth: run.steps }
  const { earned = null, needed = null } = sums ?? {}
  run.changes.push({
    kind: 'tier-changed',
    step: {
      ...at,
      kind,
      grant,
      tierId: tier.id,
      earned,
      needed,
      day: run.day,
      at: run.place.recordedAt,
    },
  })
  if (rank(run, tier.id) <= rank(run, before)) return
  run.tierReached = tier.id
  const notice = { kind: 'tier-reached', tierId: tier.id } as const
  happened(
    run,
    { ...notice, key: `tier-reached:${tier.id}:${run.day}:${run.state.entrySeq}` },
    notice,
  )
}

const others = (run: Run, gone: TierGrant | undefined): TierGrant[] =>
  run.state.tierGrants.filter((grant) => grant !== gone)

const earnedGrant = (run: Run, tierId: string): TierGrant => ({
  tierId,
  reason: 'earned',
  from: run.day,
  until: null,
})

/** Upgrades count at once (T2); growth earned in grace may keep the tier (T5). */
export function upgrade(run: Run): void {
  const current = standingGrant(run)
  const reached = tierForGrowth(run.terms.tiers, qualifyingGrowth(run.state))
  if (rank(run, reached.id) > rank(run, earnedTierId(run))) {
    const grant = earnedGrant(run, reached.id)
    if (current?.reason === 'grace') newWindow(run, reached.id)
    step(run, 'granted', grant, [...others(run, current), grant])
  } else if (current?.reason === 'grace') {
    const needed = tierById(run.terms, current.tierId).keepGrowth
    if (windowGrowth(run.state) >= needed) retain(run)
  }
}

/** Ends a grace well: the tier is kept, and a new window begins (T5). */
export function retain(run: Run): void {
  const grace = standingGrant(run)
  if (grace?.reason !== 'grace') return
  const grant = earnedGrant(run, grace.tierId)
  const sums = {
    earned: windowGrowth(run.state),
    needed: tierById(run.terms, grace.tierId).keepGrowth,
  }
  newWindow(run, grace.tierId)
  step(run, 'retained', grant, [...others(run, grace), grant], sums)
}

/** The review at the end of a window (T4): kept, or kept by grace for some days (T5). */
export function review(run: Run): void {
  const current = standingGrant(run)
  if (!current) newWindow(run, earnedTierId(run))
  if (current?.reason !== 'earned') return
  const tier = tierById(run.terms, current.tierId)
  const sums = { earned: windowGrowth(run.state), needed: tier.keepGrowth }
  if (sums.earned >= sums.needed) {
    newWindow(run, current.tierId)
    step(run, 'retained', current, run.state.tierGrants, sums)
    return
  }
  const { graceDays } = run.terms.review
  const until = addDays(run.day, graceDays - 1)
  const grace: TierGrant = { tierId: tier.id, reason: 'grace', from: run.day, until }
  step(run, 'grace-began', grace, [...others(run, current), grace], sums)
  warnOfTier(run, grace, graceDays)
}

/** The exact gap, so many days ahead (T5). */
export function warnOfTier(run: Run, grace: TierGrant, inDays: number): void {
  const { keepGrowth } = tierById(run.terms, grace.tierId)
  const growthLeft = Math.max(0, keepGrowth - windowGrowth(run.state))
  const until = grace.until ?? run.day
  const key = `tier-ending:${grace.tierId}:${until}:${inDays}`
  tell(run, key, { kind: 'tier-ending', tierId: grace.tierId, growthLeft, until, inDays })
}

/** A grant whose last day is over. After grace the tier falls by one step, never more (T5). */
export function endGrant(run: Run, grant: TierGrant): void {
  if (grant.reason === 'grace') downgrade(run, grant)
  else step(run, 'ended', grant, others(run, grant))
}

function downgrade(run: Run, grant: TierGrant): void {
  const lower = run.terms.tiers[Math.max(0, rank(run, grant.tierId) - 1)]
  if (!lower) throw new Error('a programme has a first tier')
  const sums = {
    earned: windowGrowth(run.state),
    needed: tierById(run.terms, grant.tierId).keepGrowth,
  }
  const kept = rank(run, lower.id) === 0 ? [] : [earnedGrant(run, lower.id)]
  const growthBehind = Math.max(
    run.state.standing.growthBehind,
    run.state.growth - lower.fromGrowth,
  )
  run.state = { ...run.state, standing: { ...run.state.standing, growthBehind } }
  newWindow(run, lower.id)
  step(run, 'downgraded', grant, [...others(run, grant), ...kept], sums)
  announce(run, `tier-lowered:${grant.tierId}:${run.day}`, {
    kind: 'tier-lowered',
    tierId: run.state.tierId,
  })
}

/** Growth was taken back: what it alone had reached in this window is taken back with it. */
export function rereadTier(run: Run): void {
  const current = standingGrant(run)
  if (current?.reason !== 'earned') return
  const reached = tierForGrowth(run.terms.tiers, qualifyingGrowth(run.state)).id
  const floor = run.state.standing.floorTierId
  const tierId = rank(run, reached) > rank(run, floor) ? reached : floor
  if (rank(run, tierId) >= rank(run, current.tierId)) return
  const kept = rank(run, tierId) === 0 ? [] : [earnedGrant(run, tierId)]
  step(run, 'taken-back', current, [...others(run, current), ...kept])
}

/** A grant of another kind: paid, on trial, by hand. */
export function grantTier(run: Run, grant: TierGrant): void {
  const same = run.state.tierGrants.find(
    ({ tierId, reason }) => tierId === grant.tierId && reason === grant.reason,
  )
  step(run, 'granted', grant, [...others(run, same), grant])
}

function newWindow(run: Run, floorTierId: string): void {
  const { growth, standing } = run.state
  const termsVersion = run.place.book.inForce.version
  run.state = {
    ...run.state,
    standing: { ...standing, windowFrom: run.day, windowGrowth: growth, floorTierId, termsVersion },
  }
}
