import { errcode } from './errcode.ts'

const TOKEN_LIFE_MS = 2 * 3_600_000
const SUCCESSOR_SPAN_MS = 5 * 60_000
const FORCE_GAP_MS = 30_000
const FORCES_A_DAY_MAX = 20
const DAY_MS = 86_400_000
const BEIJING_MS = 8 * 3_600_000

export type StableToken = { token: string; expiresInSeconds: number } | { errcode: number }

/**
 * Access tokens as `stable_token` gives them. An ordinary request gets the token in force, or its
 * successor in the last 5 minutes while both work. A forced one ends every earlier token, at most
 * 20 times a day, and changes nothing within 30 s of the last.
 */
export function createAccessTokens(options: { now: () => number; newId: () => string }) {
  const { now, newId } = options
  const expiries = new Map<string, number>()
  let newest: { token: string; expiresAt: number } | undefined
  let forcedAt = Number.NEGATIVE_INFINITY
  let forces = { day: 0, count: 0 }

  function make(): { token: string; expiresAt: number } {
    const made = { token: `access-token-${newId()}`, expiresAt: now() + TOKEN_LIFE_MS }
    expiries.set(made.token, made.expiresAt)
    newest = made
    return made
  }

  function answer({ token, expiresAt }: { token: string; expiresAt: number }): StableToken {
    return { token, expiresInSeconds: Math.floor((expiresAt - now()) / 1000) }
  }

  return {
    ordinary(): StableToken {
      const fresh = newest !== undefined && newest.expiresAt - now() > SUCCESSOR_SPAN_MS
      return answer(fresh && newest ? newest : make())
    },
    forced(): StableToken {
      if (newest !== undefined && now() - forcedAt < FORCE_GAP_MS) return answer(newest)
      const day = Math.floor((now() + BEIJING_MS) / DAY_MS)
      if (day !== forces.day) forces = { day, count: 0 }
      if (forces.count >= FORCES_A_DAY_MAX) return { errcode: errcode.dailyQuota }
      forces.count += 1
      forcedAt = now()
      expiries.clear()
      return answer(make())
    },
    /** 0, or the error code for a token that is missing, unknown, ended or expired. */
    check(token: string | null): number {
      if (!token) return errcode.missingAccessToken
      const expiresAt = expiries.get(token)
      if (expiresAt === undefined) return errcode.invalidCredential
      return expiresAt > now() ? errcode.ok : errcode.expiredAccessToken
    },
    /** Ends all tokens, as another process does that forces a new one. */
    endAll(): void {
      expiries.clear()
      newest = undefined
    },
    /** Refuses the newest token although ordinary requests still give it: only force helps. */
    spoil(): void {
      if (newest !== undefined) expiries.delete(newest.token)
    },
  }
}
