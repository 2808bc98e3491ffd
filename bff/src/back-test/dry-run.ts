import { checkIn } from '../check-in/check-in.ts'
import type { Decision, World } from '../command.ts'
import type { Why } from '../ledger/why.ts'
import { limitName, why } from '../ledger/why.ts'
import type { Entry, MemberState } from '../model.ts'
import { recordOrder } from '../order/record-order.ts'
import type { Program, PublishedProgram } from '../program/program.ts'
import { tierById } from '../program/program.ts'
import type { Settled } from '../settle/settle.ts'
import type { FactToTry } from './try-fact.ts'

/** A row of the programme that is tried, by its name there. */
export interface NamedRow {
  id: string
  name: string
}

export interface DryRun {
  kind: 'DryRun'
  entries: readonly { entry: Entry; why: Why }[]
  badges: readonly NamedRow[]
  tasks: readonly NamedRow[]
  coupons: readonly NamedRow[]
  /** The tier that counts afterwards, and whether this fact reached it. */
  tier: NamedRow
  tierReached: boolean
  points: number
  growth: number
  /** What limits held back. */
  refusals: readonly { rule: string; reason: string; wanted: number; given: number }[]
}

/** It could not happen to this member now; nothing was computed. */
export interface FactImpossible {
  kind: 'FactImpossible'
  reason: string
}

/**
 * What a fact would come to for a member now: the same decision and the same settling as if it
 * happened, told in the words of the programme that is tried. Refuses what could not happen.
 */
export function dryRun(
  member: MemberState,
  fact: FactToTry,
  world: World,
): Decision<DryRun | FactImpossible> {
  const decision = decide(member, fact, world)
  if ('facts' in decision)
    return { ...decision, outcome: (settled) => told(settled, namesOf(world)) }
  const { kind, ...details } = decision.outcome
  const reason = 'message' in details ? `${details.field}: ${details.message}` : kind
  return { outcome: { kind: 'FactImpossible', reason }, changes: [] }
}

function decide(member: MemberState, fact: FactToTry, world: World) {
  switch (fact.kind) {
    case 'checked-in':
      return checkIn(member, world)
    case 'order-paid': {
      const order = { ...fact.order, holdId: fact.order.holdId ?? null }
      return recordOrder({ member, order, sameKey: undefined, sameReceipt: undefined }, world)
    }
    default: {
      const facts = [{ ...fact, key: `dry-run:${world.now}` }]
      return { before: member, state: member, facts, changes: [], outcome: () => undefined }
    }
  }
}

/**
 * The programme that counts, with the rules of former versions that it has no more: a member who
 * began one of them keeps it.
 */
function namesOf({ program, book }: World): PublishedProgram {
  const rules = [...program.body.rules]
  for (let version = program.version - 1; version > 0; version--)
    for (const rule of book.version(version).body.rules)
      if (!rules.some(({ id }) => id === rule.id)) rules.push(rule)
  return { ...program, body: { ...program.body, rules } }
}

function told(settled: Settled, program: PublishedProgram): DryRun {
  const { body } = program
  const { state, entries, refusals } = settled
  return {
    kind: 'DryRun',
    entries: entries.map((entry) => ({ entry, why: why(entry, program) })),
    badges: settled.badgeIds.map(named(body, 'badges')),
    tasks: settled.tasks.map(named(body, 'rules')),
    coupons: settled.coupons.map(({ couponId }) => named(body, 'coupons')(couponId)),
    tier: tierById(body, state.tierId),
    tierReached: settled.tierId !== undefined,
    points: state.points,
    growth: state.growth,
    refusals: refusals.map(({ ruleId, limitId, wanted, given }) => ({
      rule: named(body, 'rules')(ruleId).name,
      reason: limitName(limitId, [body]),
      wanted,
      given,
    })),
  }
}

const named =
  (body: Program, list: 'badges' | 'rules' | 'coupons') =>
  (id: string): NamedRow => {
    const rows: readonly NamedRow[] = body[list]
    return { id, name: rows.find((row) => row.id === id)?.name ?? id }
  }
