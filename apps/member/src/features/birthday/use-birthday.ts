import { useEffect } from 'react'
import {
  BirthdayDocument,
  type BirthdayQuery,
  SetBirthdayDocument,
  type SetBirthdayMutation,
} from '@/generated/graphql'
import { platform } from '@/lib/platform'
import { send } from '@/lib/transport'
import { askAllAgain, useAnswer } from '@/lib/use-answer'
import { useWrite } from '@/lib/use-write'
import type { Birthday } from './read-birthday'

export type BirthdayMember = NonNullable<BirthdayQuery['me']>
export type BirthdayAnswer = SetBirthdayMutation['setBirthday']

export const useBirthday = () => useAnswer(BirthdayDocument, {})

/** Sets the birthday; what lost its answer is asked for again. */
export function useSetBirthday() {
  const { state, begin, again } = useWrite<BirthdayAnswer>({
    hat: 'member',
    name: 'birthday',
    send: async (key, about) => {
      const birthday = JSON.parse(about) as Birthday
      return (await send(SetBirthdayDocument, { ...birthday, key })).setBirthday
    },
    decided: (answer) => {
      platform.vibrate(answer.__typename === 'BirthdaySet' ? 'success' : 'failure')
      askAllAgain()
    },
  })
  useEffect(again, [again])
  return { state, again, set: (birthday: Birthday) => begin(JSON.stringify(birthday)) }
}
