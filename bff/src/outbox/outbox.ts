import type { FriendFact } from '../fact.ts'
import type { Change } from '../model.ts'
import type { WebhookEvent } from '../systems.ts'

/**
 * Tells other systems what happened to a member, in the commit in which it happens. The key says
 * which happening it is, in words that never come again for this member: it is told once.
 */
export const tellSystems = (
  event: WebhookEvent,
  { memberId, key, at, newId }: { memberId: string; key: string; at: number; newId(): string },
): Change => ({
  kind: 'outbox',
  message: {
    id: newId(),
    key: `webhook:${memberId}:${key}`,
    memberId,
    channel: 'webhook',
    event,
    dueAt: at,
  },
})

/**
 * A fact for the friend who brought a member, in the commit in which it happens. `dueAt` (ms) is
 * when it counts; the order that it rests on makes it one of its kind.
 */
export const tellFriend = (
  inviterId: string,
  fact: FriendFact,
  { dueAt, order, newId }: { dueAt: number; order?: string; newId(): string },
): Change => ({
  kind: 'outbox',
  message: {
    id: newId(),
    key: ['friend', inviterId, fact.key, ...(order === undefined ? [] : [order])].join(':'),
    memberId: inviterId,
    channel: 'friend',
    fact,
    dueAt,
  },
})
