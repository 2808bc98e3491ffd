import {
  CancelClosureDocument,
  type CancelClosureMutation,
  ClosureDocument,
  type ClosureQuery,
  RequestClosureDocument,
  type RequestClosureMutation,
} from '@/generated/graphql'
import { platform } from '@/lib/platform'
import { useSignedIn } from '@/lib/session'
import { send } from '@/lib/transport'
import { askAllAgain, useAnswer } from '@/lib/use-answer'
import { useWrite } from '@/lib/use-write'

export type LeavingMember = NonNullable<ClosureQuery['me']>

/** What a member would lose, whether they are leaving, and both ways from here. */
export function useClosure() {
  const signedIn = useSignedIn('member')
  const answer = useAnswer(ClosureDocument, {}, { enabled: signedIn })
  const request = useWrite<RequestClosureMutation['requestClosure']>({
    hat: 'member',
    name: 'request-closure',
    send: async (key) => (await send(RequestClosureDocument, { key })).requestClosure,
    decided: ({ __typename: kind }) => {
      platform.vibrate(kind === 'ClosureRequested' ? 'success' : 'failure')
      askAllAgain()
    },
  })
  const cancel = useWrite<CancelClosureMutation['cancelClosure']>({
    hat: 'member',
    name: 'cancel-closure',
    send: async (key) => (await send(CancelClosureDocument, { key })).cancelClosure,
    decided: ({ __typename: kind }) => {
      platform.vibrate(kind === 'ClosureCancelled' ? 'success' : 'failure')
      askAllAgain()
    },
  })
  return { signedIn, ...answer, request, cancel }
}
