import { forgetKey, keyFor } from './keys'
import { platform } from './platform'
import { answerLost, type Problem, problemIn } from './problem'
import type { Hat } from './session'
import { type Operation, send } from './transport'

/** Lost once, it is asked for at once again; after that a person decides. */
const SENDS_MAX = 2

/** A write that a person makes once, under a key of its own. */
export interface Act<Wish extends object, Result, Answer> {
  hat: Hat
  /** Its name among the kept keys. */
  write: string
  operation: Operation<Result, Wish & { key: string }>
  answerIn: (result: Result) => Answer
  /** True for the answer that says it was done. */
  isDone: (answer: Answer) => boolean
}

export type ActEnd<Answer> =
  /** The server has decided. */
  | { phase: 'decided'; answer: Answer }
  /** No answer came: it may have been carried out, and the key is kept. */
  | { phase: 'unknown'; problem: Problem }
  /** It was not taken this time. */
  | { phase: 'refused'; problem: Problem }

/**
 * Sends what is wished. The key is in storage before, beside the wish itself, so that an app that
 * was closed sends the very same again. Done and not done are felt apart in the hand.
 */
export async function sendAct<Wish extends object, Result, Answer>(
  { hat, write, operation, answerIn, isDone }: Act<Wish, Result, Answer>,
  wish: Wish,
): Promise<ActEnd<Answer>> {
  const key = keyFor(hat, write, JSON.stringify(wish))
  for (let sent = 1; ; sent += 1) {
    try {
      const answer = answerIn(await send(operation, { ...wish, key }, hat))
      forgetKey(hat, write)
      platform.vibrate(isDone(answer) ? 'success' : 'failure')
      return { phase: 'decided', answer }
    } catch (error) {
      const problem = problemIn(error)
      const isLost = answerLost(problem)
      if (isLost && sent < SENDS_MAX) continue
      platform.vibrate('failure')
      if (isLost) return { phase: 'unknown', problem }
      forgetKey(hat, write)
      return { phase: 'refused', problem }
    }
  }
}
