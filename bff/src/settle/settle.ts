import { assert } from '@evergreen/shared/assert.ts'
import { monthOf } from '@evergreen/shared/day.ts'
import type { Fact, Unit } from '../fact.ts'
import type { PostingPlace } from '../ledger/ledger.ts'
import { post } from '../ledger/ledger.ts'
import type { Change, Entry, MemberState, OutboxMessage } from '../model.ts'
import type { Rule } from '../program/program.ts'
import { effectiveTier, tierForGrowth, tierRank } from '../tier/tier.ts'
import { isMet, receipt } from './amount.ts'

/** What the facts of one command came to. */
export interface Settled {
  state: MemberState
  changes: readonly Change[]
  entries: readonly Entry[]
  badgeIds: readonly string[]
  /** The tier reached by it, when it is a higher one. */
  tierId: string | undefined
  freezesEarned: number
}

export interface SettlePlace extends PostingPlace {
  newId(): string
}

const FACTS_MAX = 64

/**
 * Facts in, grants out: the only place where one feature reacts to another. Rules are asked in the
 * order of the programme; what they give may be a fact for further rules.
 */
export function settle(start: MemberState, facts: readonly Fact[], place: SettlePlace): Settled {
  const { program, day } = place
  const queue = [...facts]
  const changes: Change[] = []
  const entries: Entry[] = []
  const badgeIds: string[] = []
  let state = start
  let tierId: string | undefined
  let freezesEarned = 0

  for (let i = 0; i < queue.length; i++) {
    assert(i < FACTS_MAX, 'rules feed each other without end')
    const fact = queue[i] as Fact
    for (const rule of program.rules) {
      if (!isMet(rule, fact, day) || !takePeriod(rule)) continue
      if (rule.grant.points) earn('points', rule, fact)
      if (rule.grant.growth) earn('growth', rule, fact)
      if (rule.grant.freezes) giveFreezes(rule.grant.freezes)
      if (rule.grant.badgeId) awardBadge(rule.grant.badgeId, rule)
    }
  }
  return { state, changes, entries, badgeIds, tierId, freezesEarned }

  /** Counts a rule that has a period; false when this period's grant was given already. */
  function takePeriod(rule: Rule): boolean {
    if (rule.period === undefined) return true
    const key = `${rule.id}:${rule.period === 'month' ? monthOf(day) : 'ever'}`
    if (state.progress[key]) return false
    state = { ...state, progress: { ...state.progress, [key]: 1 } }
    return true
  }

  function earn(unit: Unit, rule: Rule, fact: Fact): void {
    const sum = rule.grant[unit]
    if (!sum) return
    const parts = receipt(program, sum, unit, fact, day)
    const amount = (parts.at(-1) ?? parts[0]).amount
    if (amount === 0) return
    const key = `${rule.id}:${fact.key}`
    const posted = post(state, { unit, kind: 'earn', amount, key, ruleId: rule.id, parts }, place)
    state = posted.state
    entries.push(posted.entry)
    changes.push({ kind: 'entry', entry: posted.entry })
    if (posted.lot) changes.push({ kind: 'lot', lot: posted.lot })
    if (unit === 'growth') upgrade()
  }

  /** Upgrades count at once (T2); what was reached is a fact of its own. */
  function upgrade(): void {
    const earned = tierForGrowth(program.tiers, state.growth)
    if (state.tierGrants.some((grant) => grant.tierId === earned.id && !grant.until)) return
    const grant = { tierId: earned.id, reason: 'earned', from: day, until: null } as const
    const tierGrants = [...state.tierGrants, grant]
    const effective = effectiveTier(program, tierGrants, day)
    changes.push({ kind: 'tier-granted', memberId: state.id, grant, at: place.recordedAt })
    const rises = tierRank(program, effective.id) > tierRank(program, state.tierId)
    state = { ...state, tierGrants, tierId: effective.id }
    if (!rises) return
    tierId = effective.id
    happened({ kind: 'tier-reached', tierId, key: `tier-reached:${tierId}:${day}` })
  }

  function giveFreezes(count: number): void {
    const held = Math.min(program.streak.freezesMax, state.streak.freezes + count)
    freezesEarned += held - state.streak.freezes
    state = { ...state, streak: { ...state.streak, freezes: held } }
  }

  function awardBadge(badgeId: string, rule: Rule): void {
    if (state.badges.some((badge) => badge.badgeId === badgeId)) return
    badgeIds.push(badgeId)
    state = { ...state, badges: [...state.badges, { badgeId, earnedOn: day }] }
    changes.push({
      kind: 'badge-awarded',
      memberId: state.id,
      badgeId,
      earnedOn: day,
      ruleId: rule.id,
    })
    happened({ kind: 'badge-awarded', badgeId, key: `badge-awarded:${badgeId}` })
  }

  /** What was reached is a fact for further rules, and a notice to the member. */
  function happened(fact: Fact & { kind: OutboxMessage['notice']['kind'] }): void {
    queue.push(fact)
    const { key, ...notice } = fact
    const message = {
      id: place.newId(),
      key: `${state.id}:${key}`,
      memberId: state.id,
      notice,
      dueAt: place.recordedAt,
    }
    changes.push({ kind: 'outbox', message })
  }
}
