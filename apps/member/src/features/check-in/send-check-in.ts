import { CheckInDocument, type CheckInMutation, HomeDocument } from '@/generated/graphql'
import { platform } from '@/lib/platform'
import { send } from '@/lib/transport'
import { keepAnswer } from '@/lib/use-answer'

export type CheckInAnswer = CheckInMutation['checkIn']
export type CheckedIn = Extract<CheckInAnswer, { __typename: 'CheckedIn' }>

export const sendCheckIn = async (key: string): Promise<CheckInAnswer> =>
  (await send(CheckInDocument, { key })).checkIn

/** Shows on home what the server has decided. */
export function showCheckIn(answer: CheckInAnswer): void {
  if (answer.__typename === 'KeyReused') return
  keepAnswer(HomeDocument, {}, (home) => ({ ...home, me: answer.me }))
  if (answer.__typename === 'CheckedIn') platform.vibrate('success')
}
