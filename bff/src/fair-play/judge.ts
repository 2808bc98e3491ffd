import type { Decision, World } from '../command.ts'
import type { Change, MemberState } from '../model.ts'
import type { OrderRecord } from '../order/order.ts'
import type { Gains } from '../settle/gains.ts'
import { gainsOf } from '../settle/gains.ts'
import type { Quarantine } from './quarantine.ts'

export interface JudgedFound {
  quarantine: Quarantine | undefined
  member: MemberState | undefined
  /** The order it is about, as it stands now. */
  order: OrderRecord | undefined
  /** The friend it is about is looked at too, or was rejected as unfair before. */
  isFriendDoubted: boolean
}

/** `note` is what the member is told with a rejection: 4 to 200 characters. */
export type Verdict = { fair: true } | { fair: false; note: string }

export type JudgeOutcome =
  | ({ kind: 'QuarantineReleased' } & Gains)
  | { kind: 'QuarantineRejected' }
  | { kind: 'QuarantineUnknown' }
  | { kind: 'QuarantineDecided'; quarantine: Quarantine }
  | { kind: 'AppealNeedsAnother' }

/**
 * A person, or the time that ran out, decides about a gain that is looked at: it counts as of its
 * day, or it does not and the member reads why. Refusals, in order: `QuarantineUnknown`,
 * `QuarantineDecided`, `AppealNeedsAnother` when an appeal comes to the one who rejected it.
 */
export function judge(
  { quarantine, member, order, isFriendDoubted }: JudgedFound,
  verdict: Verdict,
  by: string,
  world: World,
): Decision<JudgeOutcome> {
  const refuse = (outcome: JudgeOutcome) => ({ outcome, changes: [] })
  if (!quarantine || !member) return refuse({ kind: 'QuarantineUnknown' })
  if (quarantine.state !== 'held') return refuse({ kind: 'QuarantineDecided', quarantine })
  if (quarantine.decidedBy === by) return refuse({ kind: 'AppealNeedsAnother' })
  const { now } = world
  const { seq, fact, day: since, streakDays } = quarantine
  const decided = { ...quarantine, decidedAt: now, decidedBy: by }
  const after: Quarantine = verdict.fair
    ? { ...decided, state: 'released', note: null }
    : { ...decided, state: 'rejected', note: verdict.note }
  const changes: Change[] = [
    { kind: 'quarantine-moved', before: quarantine, after },
    ...judgedFriend(quarantine, isFriendDoubted, verdict),
  ]
  const place = { before: member, state: member, orders: order ? [order] : [], changes }
  const key = `quarantine:${seq}:${quarantine.version}`
  if (!verdict.fair)
    return {
      ...place,
      facts: [{ kind: 'quarantine-rejected', key, seq, why: verdict.note }],
      outcome: () => ({ kind: 'QuarantineRejected' }),
    }
  return {
    ...place,
    facts: [{ kind: 'quarantine-released', key, seq, fact, since, streakDays }],
    outcome: (settled) => ({ kind: 'QuarantineReleased', ...gainsOf(settled) }),
  }
}

/** What is decided about a friend's joining is decided about the friend. */
function judgedFriend({ fact }: Quarantine, isFriendDoubted: boolean, { fair }: Verdict): Change[] {
  if (!isFriendDoubted || !('about' in fact) || fact.about === undefined) return []
  return [{ kind: 'invitation-judged', inviteeId: fact.about, verdict: fair ? 'fair' : 'unfair' }]
}
