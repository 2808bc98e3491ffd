import type { Session, StaffRole } from '../model.ts'

/** Who is asking. One session wears one hat. */
export type Principal =
  | { kind: 'guest'; address: string }
  | { kind: 'member'; memberId: string; tokenHash: string }
  | { kind: 'staff'; staffId: string; role: StaffRole; shopId: string; tokenHash: string }
  /** A system of the brand, let in by its signature; `shopId` is null when it speaks for the brand. */
  | { kind: 'service'; keyId: string; shopId: string | null }

/** The name under which a principal's keys, limits and audit records stand. */
export function actorOf(principal: Principal): string {
  switch (principal.kind) {
    case 'guest':
      return `guest:${principal.address}`
    case 'member':
      return `member:${principal.memberId}`
    case 'staff':
      return `staff:${principal.staffId}`
    case 'service':
      return `service:${principal.keyId}`
  }
}

export interface NewSession {
  /** Handed to the phone once; the database keeps its hash. */
  token: string
  session: Session
}

export interface SessionPlace {
  now: number
  randomInt(limit: number): number
  digest(text: string): string
}

const TOKEN_BYTES = 32

/** Opens a session with a 256-bit token. `lastsMs` is how long it is good for. */
export function openSession(
  hat: Session['hat'],
  subjectId: string,
  lastsMs: number,
  { now, randomInt, digest }: SessionPlace,
): NewSession {
  const bytes = Array.from({ length: TOKEN_BYTES }, () => randomInt(256))
  const token = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const tokenHash = digest(token)
  return {
    token,
    session: { tokenHash, hat, subjectId, openedAt: now, expiresAt: now + lastsMs },
  }
}
