import { readStored, store } from '@/lib/storage'

const STORED = 'staff-last-act'
const STORE_EVERY_MS = 10_000
let lastActAt: number | undefined
let storedAt = 0

/** When the counter was last touched (ms, phone's clock), also before the app was closed; 0 if never. */
export function lastAct(): number {
  lastActAt ??= Number(readStored(STORED)) || 0
  return lastActAt
}

/** Notes a touch. Storage hears of it now and then only: taps must stay cheap. */
export function noteAct(at: number): void {
  lastActAt = at
  if (Math.abs(at - storedAt) < STORE_EVERY_MS) return
  storedAt = at
  store(STORED, at)
}
