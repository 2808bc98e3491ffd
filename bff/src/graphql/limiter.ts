import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Limiter } from './auth.ts'

/**
 * Counts in this process, a minute at a time. It slows floods down; what must hold exactly, such as
 * tries of a code, is counted in the database.
 */
export function memoryLimiter(): Limiter {
  const limiters = new Map<number, RateLimiterMemory>()
  return async (field, actor, perMinute) => {
    let limiter = limiters.get(perMinute)
    if (!limiter) {
      limiter = new RateLimiterMemory({ points: perMinute, duration: 60 })
      limiters.set(perMinute, limiter)
    }
    try {
      await limiter.consume(`${field}:${actor}`)
      return undefined
    } catch (refused) {
      if (refused instanceof RateLimiterRes) return { retryAfterMs: refused.msBeforeNext }
      throw refused
    }
  }
}
