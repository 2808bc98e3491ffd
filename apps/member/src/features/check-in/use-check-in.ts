import { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { forgetKey, keptIntent, keyFor } from '@/lib/keys'
import { type CheckInEnd, sendCheckIn } from './send-check-in'

/**
 * `sending` is the first request; `confirming` means that an answer was lost and the same
 * request is being sent again.
 */
export type CheckInState =
  | { phase: 'ready' }
  | { phase: 'sending' }
  | { phase: 'confirming' }
  | CheckInEnd

/**
 * Checks the member in for `day`. The key is in storage before anything is sent and stays the
 * same until the server has decided, so that one wish is granted once however often it is sent.
 */
export function useCheckIn(day: string) {
  const [state, setState] = useState<CheckInState>({ phase: 'ready' })
  const busy = useRef(false)
  const present = usePresent()

  const run = useCallback(
    async (first: 'sending' | 'confirming') => {
      if (busy.current) return
      busy.current = true
      const key = keyFor('member', 'check-in', day)
      const show = (next: CheckInState) => present.current && setState(next)
      show({ phase: first })
      const end = await sendCheckIn(key, () => show({ phase: 'confirming' }))
      busy.current = false
      show(end)
    },
    [day, present],
  )

  /** Finishes what was begun before the app was closed or lost its network. */
  const resume = useCallback(() => {
    const begun = keptIntent('member', 'check-in')
    if (begun?.about === day) void run('confirming')
    else if (begun) forgetKey('member', 'check-in')
  }, [day, run])
  useEffect(resume, [resume])
  useDidShow(resume)

  return {
    state,
    checkIn: () => void run('sending'),
    confirm: () => void run('confirming'),
  }
}

/** False once the component is gone: nothing is drawn for an answer that comes later. */
function usePresent() {
  const present = useRef(true)
  useEffect(() => {
    present.current = true
    return () => {
      present.current = false
    }
  }, [])
  return present
}
