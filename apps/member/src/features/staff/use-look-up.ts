import { useMutation } from '@tanstack/react-query'
import { useCallback, useReducer, useRef, useState } from 'react'
import {
  LookUpByPhoneDocument,
  type LookUpByPhoneMutation,
  LookUpMemberDocument,
  type LookUpMemberMutation,
} from '@/generated/graphql'
import { now } from '@/lib/clock'
import { forgetKey, keptIntent, keyFor } from '@/lib/keys'
import { platform } from '@/lib/platform'
import { answerLost, problemIn } from '@/lib/problem'
import { type Served, serve } from '@/lib/served'
import { send } from '@/lib/transport'
import { noteAct } from './last-act'
import { isPhone } from './read-code'

export type LookUpOutcome =
  | LookUpMemberMutation['lookUpMember']
  | LookUpByPhoneMutation['lookUpByPhone']
type LookedUp = Extract<LookUpOutcome, { __typename: 'LookedUp' }>
export type MemberCard = LookedUp['card']

const WRITE = 'look-up'

/**
 * A code, or a whole phone number. Looked up again after a lost answer it goes with the same key: it
 * is the same look-up.
 */
async function lookUp(code: string): Promise<LookUpOutcome> {
  const key = keyFor('staff', WRITE, code)
  try {
    const outcome = isPhone(code)
      ? (await send(LookUpByPhoneDocument, { key, phone: code }, 'staff')).lookUpByPhone
      : (await send(LookUpMemberDocument, { code, key }, 'staff')).lookUpMember
    forgetKey('staff', WRITE)
    platform.vibrate(outcome.__typename === 'LookedUp' ? 'success' : 'failure')
    return outcome
  } catch (error) {
    platform.vibrate('failure')
    if (!answerLost(problemIn(error))) forgetKey('staff', WRITE)
    throw error
  }
}

const servedIn = ({ lookUpId, card }: LookedUp): Served => ({
  lookUpId,
  maskedName: card.maskedName,
  tierName: card.tier.name,
})

/** One look-up after the other; while one is on its way another cannot begin. */
export function useLookUp() {
  const [entry, nextEntry] = useReducer((entries: number) => entries + 1, 0)
  const { mutateAsync, reset, isPending, data, error, variables } = useMutation({
    mutationFn: lookUp,
    onSuccess: (outcome) => {
      const { __typename: kind } = outcome
      if (kind === 'CodeUsed' || kind === 'CodeExpired') nextEntry()
      if (kind === 'LookedUp') serve(servedIn(outcome))
    },
  })
  const [unanswered, setUnanswered] = useState(() => keptIntent('staff', WRITE)?.about)
  const underWay = useRef(false)
  const begin = useCallback(
    (code: string) => {
      if (underWay.current) return
      underWay.current = true
      noteAct(now())
      setUnanswered(undefined)
      mutateAsync(code)
        .catch(() => undefined)
        .finally(() => {
          underWay.current = false
        })
    },
    [mutateAsync],
  )
  const clear = useCallback(() => {
    forgetKey('staff', WRITE)
    serve(undefined)
    setUnanswered(undefined)
    reset()
    nextEntry()
  }, [reset])
  return {
    lookUp: begin,
    clear,
    /** Takes an old refusal away, once something else has been typed. */
    dismiss: useCallback(() => {
      if (data) reset()
    }, [data, reset]),
    /** Another number whenever what was typed is of no more use. */
    entry,
    busy: isPending,
    outcome: data,
    problem: error ? problemIn(error) : undefined,
    /** The code whose answer did not arrive, in this run of the app or before it was closed. */
    unanswered: error ? variables : unanswered,
  }
}
