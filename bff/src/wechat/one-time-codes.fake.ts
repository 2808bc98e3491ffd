export type CodeState<Value> = { kind: 'fresh' | 'used'; value: Value } | { kind: 'unknown' }

const CODE_LIFE_MS = 5 * 60_000

/** Codes that work once and for 5 minutes, as wx.login and getPhoneNumber give them. */
export function createOneTimeCodes<Value>(options: { now: () => number; newId: () => string }) {
  const { now, newId } = options
  const issued = new Map<string, { value: Value; expiresAt: number; used: boolean }>()

  function forgetExpired(): void {
    for (const [code, { expiresAt }] of issued) if (expiresAt <= now()) issued.delete(code)
  }

  return {
    issue(value: Value): string {
      forgetExpired()
      const code = newId()
      issued.set(code, { value, expiresAt: now() + CODE_LIFE_MS, used: false })
      return code
    },
    look(code: string): CodeState<Value> {
      forgetExpired()
      const found = issued.get(code)
      if (found === undefined) return { kind: 'unknown' }
      return { kind: found.used ? 'used' : 'fresh', value: found.value }
    },
    use(code: string): void {
      const found = issued.get(code)
      if (found !== undefined) found.used = true
    },
  }
}
