import type { IncomingHttpHeaders } from 'node:http'
import type { Principal } from '../session/session.ts'
import type { Stores } from '../stores.ts'
import { unauthenticated } from './refusals.ts'

/** A session that ended elsewhere, or staff that was disabled, is found out this late at most (A4). */
const PRINCIPAL_KNOWN_MS = 5_000
const PRINCIPALS_MAX = 10_000

export interface Authenticator {
  /**
   * Who sends this `Authorization` header. Throws UNAUTHENTICATED for a token that is no good, and
   * for a service key, which has a door of its own.
   */
  authenticate(headers: IncomingHttpHeaders, address: string): Promise<Principal>
  /** Forgets a session at once, when it ends in this process. */
  forget(tokenHash: string): void
}

export function authenticator(
  stores: Pick<Stores, 'session' | 'staff'>,
  now: () => number,
  digest: (text: string) => string,
): Authenticator {
  const known = new Map<string, { principal: Principal; readAt: number; expiresAt: number }>()

  async function find(tokenHash: string) {
    const session = await stores.session.find(tokenHash)
    if (!session) return undefined
    const { hat, subjectId, expiresAt } = session
    if (hat === 'member')
      return { principal: { kind: 'member', memberId: subjectId, tokenHash } as const, expiresAt }
    const staff = await stores.staff.find(subjectId)
    if (!staff?.active) return undefined
    const { id: staffId, role, shopId } = staff
    return { principal: { kind: 'staff', staffId, role, shopId, tokenHash } as const, expiresAt }
  }

  return {
    async authenticate(headers, address) {
      const { authorization: header } = headers
      if (headers['evergreen-key'] !== undefined) throw unauthenticated()
      if (header === undefined) return { kind: 'guest', address }
      const token = /^Bearer ([0-9a-f]{64})$/.exec(header)?.[1]
      if (token === undefined) throw unauthenticated()
      const tokenHash = digest(token)
      const at = now()
      const remembered = known.get(tokenHash)
      if (remembered && Math.abs(at - remembered.readAt) < PRINCIPAL_KNOWN_MS) {
        if (at < remembered.expiresAt) return remembered.principal
        throw unauthenticated()
      }
      known.delete(tokenHash)
      const found = await find(tokenHash)
      if (!found || at >= found.expiresAt) throw unauthenticated()
      if (known.size >= PRINCIPALS_MAX) known.clear()
      known.set(tokenHash, { ...found, readAt: at })
      return found.principal
    },
    forget: (tokenHash) => void known.delete(tokenHash),
  }
}
