import type { SceneTarget } from '../fact.ts'

/** How members bring friends: what is kept of it (I1–I5). */

/** An opaque code that a picture or a link carries; it names a member, a shop or a campaign. */
export interface SceneCode {
  code: string
  kind: SceneTarget['kind']
  /** The id of the member or shop; a campaign's own word. */
  subjectId: string
  /** What a campaign is called; null for what has a name of its own. */
  name: string | null
  at: number
}

/** Somebody opened a link: known by the number that their phone made for it, and by nothing else. */
export interface Visit {
  id: string
  code: string
  at: number
}

/**
 * `registered` → `qualified` (the first order was paid) → `rewarded` (it was kept long enough).
 * Whether it is looked at meanwhile, or was rejected, stands beside it: a rejection can be undone.
 */
export type InvitationState = 'registered' | 'qualified' | 'rewarded'

export type RejectReason = 'same-device' | 'device-limit' | 'unfair'

/** One friend that a member brought. There is one for each member at most, made when they join. */
export interface Invitation {
  inviteeId: string
  inviterId: string
  /** The code that brought them. */
  code: string
  state: InvitationState
  /** Why it was rejected; null while it is not. */
  reason: RejectReason | null
  /** The signal under which it is looked at, until somebody decided or time ran out. */
  suspicion: string | null
  /** The order that qualified them, and when it is kept long enough (ms). */
  order: string | null
  rewardsAt: number | null
  at: number
}

export type InvitationChange =
  | { kind: 'scene-code-made'; code: SceneCode }
  | { kind: 'scene-code-erased'; code: string }
  | { kind: 'invitation-erased'; inviteeId: string }
  | { kind: 'link-opened'; visit: Visit }
  | { kind: 'scene-drawn'; code: string; contentType: string; bytes: string; at: number }
  | { kind: 'invitation-made'; invitation: Invitation }
  /** By an order of the invitee, or by its refund; nothing that is decided changes by it. */
  | { kind: 'invitation-qualified'; inviteeId: string; order: string; rewardsAt: number }
  | { kind: 'invitation-reopened'; inviteeId: string; order: string }
  /** Conditional: it still waits for the reward of this very order. */
  | { kind: 'invitation-rewarded'; inviteeId: string; rewardsAt: number }
  | { kind: 'invitation-suspected'; inviteeId: string; signalId: string }
  /** Somebody looked at it, or time ran out. */
  | { kind: 'invitation-judged'; inviteeId: string; verdict: 'fair' | 'unfair' }

/** What an inviter is shown of a friend: one word for where it stands. */
export function standingOf({
  state,
  reason,
  suspicion,
}: Invitation): InvitationState | 'quarantined' | 'rejected' {
  if (reason !== null) return 'rejected'
  return suspicion === null ? state : 'quarantined'
}

const CODE_LETTERS = '23456789abcdefghjkmnpqrstuvwxyz'
const CODE_LENGTH = 16

/** 79 random bits in letters that WeChat takes as a scene and that nobody mistakes. */
export const newSceneCode = (randomInt: (limit: number) => number): string =>
  Array.from({ length: CODE_LENGTH }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join('')

export const isSceneCode = (text: string): boolean => /^[2-9a-hjkmnp-z]{16}$/.test(text)
