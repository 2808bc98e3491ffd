import { answerLost, type Problem, problemIn } from './problem'

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

/**
 * Sends one write, again with the same key while answers are lost, until the server has decided or
 * the sends are used up. `onLost` is told of each lost answer.
 */
export async function sendKept<Answer>(
  send: () => Promise<Answer>,
  onLost: () => void,
): Promise<End<Answer>> {
  for (let sent = 1; ; sent += 1) {
    try {
      return { phase: 'decided', answer: await send() }
    } catch (error) {
      const problem = problemIn(error)
      if (!answerLost(problem)) return { phase: 'refused', problem }
      if (sent === SENDS_MAX) return { phase: 'unknown', problem }
      onLost()
      await new Promise((resume) => setTimeout(resume, PAUSE_MS * sent))
    }
  }
}
