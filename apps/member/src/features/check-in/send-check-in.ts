import { CheckInDocument, type CheckInMutation, HomeDocument } from '@/generated/graphql'
import { forgetKey } from '@/lib/keys'
import { platform } from '@/lib/platform'
import { answerLost, type Problem, problemIn } from '@/lib/problem'
import { send } from '@/lib/transport'
import { keepAnswer } from '@/lib/use-answer'

const SENDS_MAX = 3
const PAUSE_MS = 1500

export type CheckInAnswer = CheckInMutation['checkIn']
export type CheckedIn = Extract<CheckInAnswer, { __typename: 'CheckedIn' }>

export type CheckInEnd =
  /** The server has decided. */
  | { phase: 'decided'; answer: CheckInAnswer }
  /** No answer came: it may have been carried out, and the key is kept. */
  | { phase: 'unknown'; problem: Problem }
  /** It was not taken this time. */
  | { phase: 'refused'; problem: Problem }

/**
 * Sends one wish to check in, again with the same key while answers are lost, until the server
 * has decided or the sends are used up. `onLost` is told of each lost answer.
 */
export async function sendCheckIn(key: string, onLost: () => void): Promise<CheckInEnd> {
  for (let sent = 1; ; sent += 1) {
    try {
      const { checkIn } = await send(CheckInDocument, { key })
      decided(checkIn)
      return { phase: 'decided', answer: checkIn }
    } catch (error) {
      const problem = problemIn(error)
      if (!answerLost(problem)) return { phase: 'refused', problem }
      if (sent === SENDS_MAX) return { phase: 'unknown', problem }
      onLost()
      await new Promise((resume) => setTimeout(resume, PAUSE_MS * sent))
    }
  }
}

function decided(answer: CheckInAnswer): void {
  forgetKey('member', 'check-in')
  if (answer.__typename === 'KeyReused') return
  keepAnswer(HomeDocument, {}, (home) => ({ ...home, me: answer.me }))
  if (answer.__typename === 'CheckedIn') platform.vibrate('success')
}
