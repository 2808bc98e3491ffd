import { forgetKey, keptIntent, keyFor } from './keys'
import { answerLost, type Problem, problemIn } from './problem'
import type { Hat } from './session'

const SENDS_MAX = 3
const PAUSE_MS = 1500

/** How a write ended, as far as the phone knows. */
export type End<Answer> =
  /** The server has decided. */
  | { phase: 'decided'; answer: Answer }
  /** No answer came: it may have been carried out, and the key is kept. */
  | { phase: 'unknown'; problem: Problem }
  /** It was not taken this time. */
  | { phase: 'refused'; problem: Problem }

export interface KeptWrite<Answer> {
  hat: Hat
  /** Names the write among those of this hat: of each name one is under way at a time. */
  name: string
  /** What is meant, whole. */
  about: string
  send: (key: string) => Promise<Answer>
}

/**
 * Sends one write under a key that is in storage before it, again while answers are lost, until the
 * server has decided or the sends are used up; only an unknown end keeps the key. Once an answer
 * was lost, now or before the app was closed, a send that is turned away says nothing about it.
 * `onLost` is told of each lost answer.
 */
export async function sendKept<Answer>(
  { hat, name, about, send }: KeptWrite<Answer>,
  onLost: () => void,
): Promise<End<Answer>> {
  const wasLost = keptIntent(hat, name)?.about === about
  const key = keyFor(hat, name, about)
  const end = await sendUntilAnswered(() => send(key), onLost, wasLost)
  if (end.phase !== 'unknown') forgetKey(hat, name)
  return end
}

async function sendUntilAnswered<Answer>(
  send: () => Promise<Answer>,
  onLost: () => void,
  wasLost: boolean,
): Promise<End<Answer>> {
  let mayBeDone = wasLost
  for (let sent = 1; ; sent += 1) {
    try {
      return { phase: 'decided', answer: await send() }
    } catch (error) {
      const problem = problemIn(error)
      if (!answerLost(problem))
        return { phase: mayBeDone && saysNothing(problem) ? 'unknown' : 'refused', problem }
      mayBeDone = true
      if (sent === SENDS_MAX) return { phase: 'unknown', problem }
      onLost()
      await new Promise((resume) => setTimeout(resume, PAUSE_MS * sent))
    }
  }
}

/** Turned away at the door. A bad input is the same each time, so none was ever taken. */
const saysNothing = ({ kind }: Problem): boolean =>
  kind === 'rateLimited' || kind === 'unauthenticated'
