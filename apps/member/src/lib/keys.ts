import { now } from './clock'
import { readStored, store } from './storage'

/** A write that was meant, with the key under which it is sent until its answer is known. */
export interface Intent {
  key: string
  /** What exactly is meant, for instance the day of a check-in: another thing gets another key. */
  about: string
}

type Intents = Record<string, Intent>

const STORED = 'intents'
let intents: Intents | undefined
let made = 0

function known(): Intents {
  intents ??= (readStored(STORED) as Intents | undefined) ?? {}
  return intents
}

function keep(next: Intents): void {
  intents = next
  store(STORED, next)
}

/** Unique among the keys of one member, which is as far as a key has to be. */
function newKey(): string {
  made += 1
  const chance = () => Math.random().toString(36).slice(2, 12)
  return `${now().toString(36)}-${made.toString(36)}-${chance()}${chance()}`
}

const nameOf = (hat: string, write: string) => `${hat}/${write}`

/**
 * The key to send a write with. It is in storage before this returns, and the same write gets
 * the same key, also after the app was closed, until `forgetKey` is called.
 */
export function keyFor(hat: string, write: string, about: string): string {
  const name = nameOf(hat, write)
  const kept = known()[name]
  if (kept?.about === about) return kept.key
  const intent = { key: newKey(), about }
  keep({ ...known(), [name]: intent })
  return intent.key
}

/** The write whose answer is still unknown, if there is one. */
export function keptIntent(hat: string, write: string): Intent | undefined {
  return known()[nameOf(hat, write)]
}

/** Called when the server has decided: whatever it said, the next write is a new one. */
export function forgetKey(hat: string, write: string): void {
  const { [nameOf(hat, write)]: decided, ...others } = known()
  if (decided) keep(others)
}

/** Called when the person leaves: nobody else may finish what they began. */
export function forgetKeys(hat: string): void {
  const others = Object.entries(known()).filter(([name]) => !name.startsWith(`${hat}/`))
  keep(Object.fromEntries(others))
}
