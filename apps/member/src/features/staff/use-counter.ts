import { useCallback, useEffect, useRef } from 'react'
import { CounterDocument, type CounterQuery } from '@/generated/graphql'
import { replacePage } from '@/lib/replace-page'
import { useSignedIn } from '@/lib/session'
import { useAnswer } from '@/lib/use-answer'
import { usePageShown } from '@/lib/use-shown-query'
import { keepSigner } from './known-signer'
import { leaveCounter } from './leave'
import { useIdleLock } from './use-idle-lock'

/** Why the counter was left, as the sign-in page is told. */
export type Left = 'locked' | 'expired' | 'signed-out'

export type StaffHere = NonNullable<CounterQuery['staffMe']>

/**
 * Who stands at the counter, and the ways out of it: by choice, by the clock, by the server. A page
 * that was opened from the counter takes the counter with it when it is left that way.
 */
export function useCounter(leaves: 'this' | 'all' = 'this') {
  const signedIn = useSignedIn('staff')
  const shown = usePageShown()
  const left = useRef<Left>('expired')
  const leave = useCallback((why: Left) => {
    left.current = why
    leaveCounter()
  }, [])
  const lock = useCallback(() => leave('locked'), [leave])
  useIdleLock(signedIn && shown, lock)
  useEffect(() => {
    if (signedIn || !shown) return undefined
    return replacePage(`/packages/staff/sign-in/index?left=${left.current}`, leaves)
  }, [signedIn, shown, leaves])
  const { answer, problem, refresh } = useAnswer(
    CounterDocument,
    {},
    { hat: 'staff', enabled: signedIn },
  )
  useEffect(() => {
    if (answer) keepSigner(answer)
  }, [answer])
  return {
    signedIn,
    staff: answer?.staffMe,
    problem,
    refresh,
    leave: useCallback(() => leave('signed-out'), [leave]),
  }
}
