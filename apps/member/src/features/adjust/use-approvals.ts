import { useEffect } from 'react'
import { WaitingAdjustmentsDocument } from '@/generated/graphql'
import { queryClient } from '@/lib/query-client'
import { useAct } from '@/lib/use-act'
import { answerKey, useAnswer } from '@/lib/use-answer'
import { approve, reject } from './acts'

/** What waits for this person's decision, asked for again after each one. */
export function useApprovals() {
  const { answer, problem, waiting, refresh } = useAnswer(
    WaitingAdjustmentsDocument,
    {},
    { hat: 'staff' },
  )
  const approving = useAct(approve)
  const rejecting = useAct(reject)
  const isDecided = [approving, rejecting].some(({ state }) => state.phase === 'decided')
  useEffect(() => {
    if (!isDecided) return
    void queryClient.invalidateQueries({ queryKey: answerKey(WaitingAdjustmentsDocument, {}) })
  }, [isDecided])
  const requests = answer?.adjustmentRequests
  return { requests, problem, waiting, refresh, approving, rejecting }
}
