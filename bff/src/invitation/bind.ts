import type { World } from '../command.ts'
import type { SceneTarget } from '../fact.ts'
import type { Change } from '../model.ts'
import { tellFriend } from '../outbox/outbox.ts'
import { ringSignal } from '../program/fair-play.ts'
import type { Program } from '../program/program.ts'
import type { RejectReason, SceneCode, Visit } from './invitation.ts'

/** The link that brought somebody, and what is known of the phone they hold. */
export interface Brought {
  link: { visit: Visit; code: SceneCode } | undefined
  /** The inviter, where the link names one who is still a member. */
  inviterId: string | undefined
  /** Members who signed in on this phone before. */
  onDevice: readonly string[]
}

/** Whoever came by themselves, on a phone nobody knows. */
export const byThemselves: Brought = { link: undefined, inviterId: undefined, onDevice: [] }

/** What the way somebody came means for their joining. */
export interface Binding {
  /** Goes into the fact of joining. */
  from?: SceneTarget
  suspicion?: string
  changes: readonly Change[]
}

/**
 * Whoever joins by a friend's link within its days is that friend's for ever: the row is made in
 * the commit that makes the member, so nobody has two inviters and no chain comes back to its
 * start. A phone that was the inviter's own brings nobody, and one that brought too many brings no
 * more (I1); a suspicious one is looked at first (Y3).
 */
export function bind(
  { link, inviterId, onDevice }: Brought,
  memberId: string,
  { now, program, newId }: Pick<World, 'now' | 'program' | 'newId'>,
): Binding {
  const { body } = program
  const ring = ringSignal(body.fairPlay, onDevice.length + 1)
  const suspicion = ring === undefined ? {} : { suspicion: ring.id }
  if (!link || !isGood(link.visit, body, now)) return { ...suspicion, changes: [] }
  const { kind, subjectId, code } = link.code
  if (kind !== 'member') return { ...suspicion, from: { kind, id: subjectId }, changes: [] }
  if (inviterId === undefined) return { ...suspicion, changes: [] }
  const reason = rejection(body, inviterId, onDevice)
  const invitation = {
    inviteeId: memberId,
    inviterId,
    code,
    state: 'registered' as const,
    reason: reason ?? null,
    suspicion: ring?.id ?? null,
    order: null,
    rewardsAt: null,
    at: now,
  }
  if (reason !== undefined)
    return { ...suspicion, changes: [{ kind: 'invitation-made', invitation }] }
  const fact = { kind: 'friend-joined', key: `friend-joined:${memberId}`, about: memberId } as const
  return {
    ...suspicion,
    from: { kind, id: inviterId },
    changes: [
      { kind: 'invitation-made', invitation },
      tellFriend(inviterId, { ...fact, ...suspicion }, { dueAt: now, newId }),
    ],
  }
}

/** A link counts for some days, and only while friends can be invited at all. */
const isGood = ({ at }: Visit, { invitation }: Program, now: number): boolean =>
  invitation.isOpen && now - at < invitation.attributionMs

function rejection(
  { invitation }: Program,
  inviterId: string,
  onDevice: readonly string[],
): RejectReason | undefined {
  if (onDevice.includes(inviterId)) return 'same-device'
  return onDevice.length >= invitation.joinsPerDeviceMax ? 'device-limit' : undefined
}
