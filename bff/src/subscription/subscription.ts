import type { Notice } from '../record.ts'

/**
 * What the platform lets us send: each yes of a member to its question is one message of that kind,
 * and no more. Counted here, because the platform does not tell how many are left.
 */
export type SubscriptionChange =
  | { kind: 'subscription-granted'; memberId: string; notice: Notice['kind'] }
  /** Conditional: there is one left. */
  | { kind: 'subscription-used'; memberId: string; notice: Notice['kind'] }
  /** The platform says that there is none. */
  | { kind: 'subscription-emptied'; memberId: string; notice: Notice['kind'] }
