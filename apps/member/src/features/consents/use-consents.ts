import { useMutation } from '@tanstack/react-query'
import {
  type ConsentPurpose,
  ConsentsDocument,
  type ConsentsQuery,
  SetConsentDocument,
} from '@/generated/graphql'
import { forgetKey, keyFor } from '@/lib/keys'
import { answerLost, problemIn } from '@/lib/problem'
import { useSignedIn } from '@/lib/session'
import { send } from '@/lib/transport'
import { keepAnswer, useAnswer } from '@/lib/use-answer'

export type Consent = NonNullable<ConsentsQuery['me']>['consents'][number]

/** The consent as it stands and what it shall become. */
export interface Change {
  consent: Consent
  given: boolean
}

const writeOf = (purpose: ConsentPurpose) => `consent-${purpose}`

/**
 * The key belongs to this change of the consent as the member saw it: after a lost answer the same
 * change is sent with the same key, and the same wish at another time is a new one.
 */
async function setConsent({ consent: { purpose, at }, given }: Change) {
  const key = keyFor('member', writeOf(purpose), `${given}-${at ?? 0}`)
  try {
    const { setConsent: outcome } = await send(SetConsentDocument, { given, key, purpose })
    forgetKey('member', writeOf(purpose))
    return outcome
  } catch (error) {
    if (!answerLost(problemIn(error))) forgetKey('member', writeOf(purpose))
    throw error
  }
}

/** The member's consents, and the one change that is on its way. */
export function useConsents() {
  const signedIn = useSignedIn('member')
  const { answer, problem, waiting, refresh } = useAnswer(
    ConsentsDocument,
    {},
    { enabled: signedIn },
  )
  const { mutate, reset, isPending, error, data } = useMutation({
    mutationFn: setConsent,
    onSuccess: (outcome) => {
      if (outcome.__typename !== 'ConsentSet') return refresh()
      keepAnswer(ConsentsDocument, {}, () => ({ me: outcome.me }))
    },
  })
  return {
    signedIn,
    consents: answer?.me?.consents,
    problem,
    waiting,
    refresh,
    change: mutate,
    changing: isPending,
    /** Why the last change is not known to be made. */
    changeProblem: error ? problemIn(error) : undefined,
    /** How the last change was answered. */
    outcome: data?.__typename,
    /** Forgets the last answer, before another change is begun. */
    startOver: reset,
  }
}
