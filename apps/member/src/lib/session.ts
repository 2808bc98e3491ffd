import { useSyncExternalStore } from 'react'
import { forgetKeys } from './keys'
import { readStored, store } from './storage'

/** One person may be a member and work in a shop; the two sessions never mix. */
export type Hat = 'member' | 'staff'

type Tokens = Partial<Record<Hat, string>>

const STORED = 'session'
const listeners = new Set<() => void>()
let tokens: Tokens | undefined
let ended: ReadonlySet<Hat> = new Set()

/** Storage is read once a launch; from then on memory knows. */
function known(): Tokens {
  tokens ??= (readStored(STORED) as Tokens | undefined) ?? {}
  return tokens
}

function keep(next: Tokens): void {
  tokens = next
  store(STORED, next)
  for (const listener of listeners) listener()
}

export function tokenOf(hat: Hat): string | undefined {
  return known()[hat]
}

export function signIn(hat: Hat, token: string): void {
  ended = new Set([...ended].filter((each) => each !== hat))
  keep({ ...known(), [hat]: token })
}

/** Forgets the session here, and with it the writes of that hat still without an answer. */
export function signOut(hat: Hat): void {
  forgetKeys(hat)
  const { [hat]: _gone, ...others } = known()
  keep(others)
}

/** Called when the server no longer knows the session: the reader did not mean to leave. */
export function endSession(hat: Hat): void {
  ended = new Set([...ended, hat])
  signOut(hat)
}

/** True when the session of this hat ended by itself since the app was started. */
export function useSessionEnded(hat: Hat): boolean {
  return useSyncExternalStore(onSession, () => ended.has(hat))
}

/** Calls back whenever somebody signs in or out; the answer stops it. */
export function onSession(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** True while this hat is signed in, as far as the phone knows; the server has the last word. */
export function useSignedIn(hat: Hat): boolean {
  return useSyncExternalStore(onSession, () => tokenOf(hat) !== undefined)
}
