import { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect } from 'react'
import { forgetKey } from '@/lib/keys'
import { useWrite, type WriteState } from '@/lib/use-write'
import { type CheckInAnswer, sendCheckIn, showCheckIn } from './send-check-in'

export type CheckInState = WriteState<CheckInAnswer>

/** Checks the member in for `day`: one wish is granted once, however often it is sent. */
export function useCheckIn(day: string) {
  const { state, kept, begin, again } = useWrite({
    hat: 'member',
    name: 'check-in',
    send: sendCheckIn,
    decided: showCheckIn,
  })

  /** Finishes what was begun before the app was closed or lost its network. */
  const resume = useCallback(() => {
    const begun = kept()
    if (begun === day) again()
    else if (begun !== undefined) forgetKey('member', 'check-in')
  }, [day, kept, again])
  useEffect(resume, [resume])
  useDidShow(resume)

  return { state, checkIn: () => begin(day), confirm: again }
}
