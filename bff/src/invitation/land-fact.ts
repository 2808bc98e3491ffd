import type { Decision, World } from '../command.ts'
import type { FriendFact } from '../fact.ts'
import type { Change, MemberState } from '../model.ts'
import { starSignal } from '../program/fair-play.ts'
import type { Invitation } from './invitation.ts'

/** A fact on its way from one member to the friend who brought them. */
export interface Landing {
  messageId: string
  fact: FriendFact
  /** The friend who brought them. */
  member: MemberState | undefined
  invitation: Invitation | undefined
  /** Instants (ms) at which friends of theirs joined lately, and how many of those ever paid. */
  lately: { joins: readonly number[]; paid: number }
}

export type LandFactOutcome =
  | { kind: 'FactLanded' }
  | { kind: 'FactDropped'; why: 'inviter-left' | 'friend-left' | 'rejected' | 'order-gone' }

/**
 * Brings a friend's fact to the member who invited them: fact, rewards and the end of the message
 * are one commit, so that it lands once, whoever is killed in between. It is dropped when one of
 * the two has left, when the invitation was rejected, or when the order went back in the meantime.
 */
export function landFact(
  { messageId, fact, member, invitation, lately }: Landing,
  world: World,
): Decision<LandFactOutcome> {
  const { now } = world
  const done = (result: string): Change => ({
    ...{ kind: 'outbox-done', id: messageId, at: now, result },
  })
  const drop = (why: Extract<LandFactOutcome, { kind: 'FactDropped' }>['why']) => ({
    outcome: { kind: 'FactDropped', why } as const,
    changes: [done(why)],
  })
  if (!member) return drop('inviter-left')
  if (!invitation) return drop('friend-left')
  if (invitation.reason !== null) return drop('rejected')
  const rewards = fact.kind === 'friend-qualified' ? rewardOf(invitation, now) : []
  if (!rewards) return drop('order-gone')
  const star = starSignal(world.program.body.fairPlay, lately, now)
  const suspicion = fact.suspicion ?? invitation.suspicion ?? star?.id
  const starred: Change[] =
    star && invitation.suspicion === null && fact.kind === 'friend-joined'
      ? [{ kind: 'invitation-suspected', inviteeId: invitation.inviteeId, signalId: star.id }]
      : []
  return {
    before: member,
    state: member,
    facts: [{ ...fact, ...(suspicion !== undefined && { suspicion }) }],
    changes: [...rewards, ...starred, done('landed')],
    outcome: () => ({ kind: 'FactLanded' }),
  }
}

/** Nothing while its order has gone back, or another order took its place. */
function rewardOf(
  { inviteeId, state, rewardsAt }: Invitation,
  now: number,
): readonly Change[] | undefined {
  if (state !== 'qualified' || rewardsAt === null || rewardsAt > now) return undefined
  return [{ kind: 'invitation-rewarded', inviteeId, rewardsAt }]
}
