import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Problem } from '../../apps/member/src/lib/problem.ts'

const stored = new Map<string, unknown>()

vi.mock('../../apps/member/src/lib/storage.ts', () => ({
  readStored: (name: string) => stored.get(name),
  store: (name: string, value: unknown) => stored.set(name, structuredClone(value)),
}))

beforeEach(() => {
  stored.clear()
  vi.useFakeTimers()
})
afterEach(() => void vi.useRealTimers())

type Send = Problem | 'done'

/** The app as it is after it was opened: only storage is left of what was before. */
async function openApp() {
  vi.resetModules()
  const { sendKept } = await import('../../apps/member/src/lib/send-kept.ts')
  const { ProblemError } = await import('../../apps/member/src/lib/problem.ts')
  const { keptIntent } = await import('../../apps/member/src/lib/keys.ts')
  return {
    keptKey: () => keptIntent('member', 'redeem/mug')?.key,
    /** Sends the order of a mug, which meets these one after the other. */
    async order(...sends: Send[]) {
      const keys: string[] = []
      const send = async (key: string) => {
        keys.push(key)
        const met = sends[keys.length - 1] ?? 'done'
        if (met !== 'done') throw new ProblemError(met)
        return met
      }
      const write = { hat: 'member', name: 'redeem/mug', about: 'one mug', send } as const
      const end = sendKept(write, () => undefined)
      await vi.runAllTimersAsync()
      const { phase } = await end
      return { phase, keys }
    },
  }
}

const offline: Problem = { kind: 'offline' }
const timeout: Problem = { kind: 'timeout' }
const rateLimited: Problem = { kind: 'rateLimited' }
const unauthenticated: Problem = { kind: 'unauthenticated' }
const badInput: Problem = { kind: 'badInput', field: 'quantity' }

describe('a write that is sent until it is answered', () => {
  it.each<[string, Send[], string, number, boolean]>([
    ['is decided by the first answer', ['done'], 'decided', 1, false],
    ['is decided by the answer after a lost one', [offline, 'done'], 'decided', 2, false],
    ['is unknown when every answer was lost', [offline, timeout, offline], 'unknown', 3, true],
    ['is refused when its only send was turned away', [rateLimited], 'refused', 1, false],
    ['is unknown when only the second was', [timeout, rateLimited], 'unknown', 2, true],
    ['is unknown when the session ended after it', [timeout, unauthenticated], 'unknown', 2, true],
    ['is refused when it can never be taken', [offline, badInput], 'refused', 2, false],
  ])('%s', async (_what, sends, phase, sent, isKept) => {
    const app = await openApp()
    const end = await app.order(...sends)
    expect([end.phase, end.keys.length]).toEqual([phase, sent])
    expect(new Set(end.keys).size).toBe(1)
    expect(app.keptKey()).toBe(isKept ? end.keys[0] : undefined)
  })

  it('is the same one after the app was closed, also when it is turned away at first', async () => {
    const before = await (await openApp()).order(timeout, timeout, timeout)
    const app = await openApp()
    const first = await app.order(rateLimited)
    expect(first).toEqual({ phase: 'unknown', keys: [before.keys[0]] })
    expect(await app.order('done')).toEqual({ phase: 'decided', keys: [before.keys[0]] })
    expect(app.keptKey()).toBeUndefined()
  })
})
