import { beforeEach, describe, expect, it, vi } from 'vitest'

const stored = new Map<string, unknown>()

vi.mock('../../apps/member/src/lib/storage.ts', () => ({
  readStored: (name: string) => stored.get(name),
  store: (name: string, value: unknown) => stored.set(name, structuredClone(value)),
}))

/** The app as it is after it was closed and opened again: only storage is left. */
async function openApp() {
  vi.resetModules()
  return import('../../apps/member/src/lib/keys.ts')
}

beforeEach(() => stored.clear())

describe('the key of a write', () => {
  it('is in storage before anything can be sent', async () => {
    const { keyFor } = await openApp()
    const key = keyFor('member', 'check-in', '2026-11-22')
    expect(stored.get('intents')).toEqual({ 'member/check-in': { key, about: '2026-11-22' } })
  })

  it('stays the same until the server has decided, also after the app was closed', async () => {
    const before = await openApp()
    const key = before.keyFor('member', 'check-in', '2026-11-22')
    expect(before.keyFor('member', 'check-in', '2026-11-22')).toBe(key)
    const after = await openApp()
    expect(after.keptIntent('member', 'check-in')).toEqual({ key, about: '2026-11-22' })
    expect(after.keyFor('member', 'check-in', '2026-11-22')).toBe(key)
  })

  it('is a new one once the server has decided', async () => {
    const { forgetKey, keptIntent, keyFor } = await openApp()
    const key = keyFor('member', 'check-in', '2026-11-22')
    forgetKey('member', 'check-in')
    expect(keptIntent('member', 'check-in')).toBeUndefined()
    expect(keyFor('member', 'check-in', '2026-11-22')).not.toBe(key)
  })

  it('is a new one for another thing', async () => {
    const { keyFor } = await openApp()
    const monday = keyFor('member', 'check-in', '2026-11-22')
    expect(keyFor('member', 'check-in', '2026-11-23')).not.toBe(monday)
  })

  it('leaves with its person, and nobody else’s does', async () => {
    const { forgetKeys, keptIntent, keyFor } = await openApp()
    keyFor('member', 'check-in', '2026-11-22')
    keyFor('staff', 'look-up', '12345678')
    forgetKeys('member')
    expect(keptIntent('member', 'check-in')).toBeUndefined()
    expect(keptIntent('staff', 'look-up')?.about).toBe('12345678')
  })
})
