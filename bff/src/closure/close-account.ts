import type { Decision, World } from '../command.ts'
import type { BoardStanding } from '../leaderboard/take-part.ts'
import { leaveBoards } from '../leaderboard/take-part.ts'
import type { Change, Coupon, IdentityKind, MemberState } from '../model.ts'
import type { Closure } from './closure.ts'

interface Leaving {
  closure: Closure | undefined
  member: MemberState | undefined
  openIds: readonly string[]
}

/** True when the account can be closed now. */
const isDue = ({ closure, openIds }: Leaving, now: number): boolean =>
  closure !== undefined &&
  closure.closedAt === null &&
  closure.closesAt <= now &&
  openIds.length === 0

export type CloseAccountOutcome = { kind: 'AccountClosed' } | { kind: 'NotDue' }

export interface Held {
  identities: readonly { identity: IdentityKind; subject: string }[]
  sessions: readonly { tokenHash: string }[]
  /** Redemptions for which an address is kept. */
  addresses: readonly { redemptionId: string }[]
  coupons: readonly Coupon[]
  /** What the member wrote about looks at them. */
  objections: readonly { lookUpId: string }[]
  hasWish: boolean
  /** The code of their own links. */
  sceneCode: string | undefined
  wasInvited: boolean
  traces: readonly { deviceHash: string }[]
  boards: Pick<BoardStanding, 'member' | 'boards'>
}

/**
 * Closes an account for good (P1, P2): the balance goes to nothing by entries that say so, coupons
 * are void, and whatever says who it was is deleted. `NotDue` when it was taken back, is closed
 * already, or something waits to be handed over.
 */
export function closeAccount(
  { held, ...leaving }: Leaving & { held: Held },
  world: World,
): Decision<CloseAccountOutcome> {
  const { member } = leaving
  if (!member || !isDue(leaving, world.now)) return { outcome: { kind: 'NotDue' }, changes: [] }
  const memberId = member.id
  const record = { id: world.newId(), at: world.now, actor: 'job:closures', memberId }
  return {
    before: member,
    state: member,
    facts: [{ kind: 'left', key: 'left' }],
    changes: [
      ...erased(held, memberId),
      ...leaveBoards(memberId, held.boards, world.now),
      { kind: 'audit', record: { ...record, action: 'closed-account', detail: {} } },
    ],
    follows: ({ state }) => [
      { kind: 'closure-done', memberId, at: world.now, chainHead: state.chainHead },
      { kind: 'member-erased', memberId, identities: held.identities },
    ],
    outcome: () => ({ kind: 'AccountClosed' }),
  }
}

/** Whatever else is kept of a member beside the row of their own. */
function erased(held: Held, memberId: string): Change[] {
  const purged = (what: 'session' | 'address', id: string): Change => ({
    ...{ kind: 'purged', what, id, expiredBefore: Number.MAX_SAFE_INTEGER },
  })
  return [
    ...held.sessions.map(({ tokenHash }) => purged('session', tokenHash)),
    ...held.addresses.map(({ redemptionId }) => purged('address', redemptionId)),
    ...held.coupons.map(
      (before): Change => ({ kind: 'coupon-moved', before, after: { ...before, state: 'void' } }),
    ),
    ...held.objections.map(({ lookUpId }): Change => ({ kind: 'objection-erased', lookUpId })),
    ...(held.sceneCode === undefined
      ? []
      : [{ kind: 'scene-code-erased', code: held.sceneCode } as const]),
    ...(held.wasInvited ? [{ kind: 'invitation-erased', inviteeId: memberId } as const] : []),
    ...held.traces.map(
      ({ deviceHash }): Change => ({ kind: 'trace-erased', trace: { deviceHash, memberId } }),
    ),
    ...(held.hasWish ? [{ kind: 'wish-cleared', memberId } as const] : []),
  ]
}
