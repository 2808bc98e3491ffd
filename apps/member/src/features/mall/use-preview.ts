import { keepPreviousData } from '@tanstack/react-query'
import { type RedeemOrder, RedeemPreviewDocument } from '@/generated/graphql'
import { problemIn } from '@/lib/problem'
import { send } from '@/lib/transport'
import { answerKey } from '@/lib/use-answer'
import { useShownQuery } from '@/lib/use-shown-query'

/** What redeeming would come to now. The last bill stays until the next one is there. */
export function usePreview({ address: _, ...order }: Omit<RedeemOrder, 'quote'>) {
  const variables = { order }
  const { data, error, isPending, refetch } = useShownQuery({
    queryKey: answerKey(RedeemPreviewDocument, variables),
    queryFn: () => send(RedeemPreviewDocument, variables),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
  const answer = data?.redeemPreview
  const isBill = answer?.__typename === 'RedeemPreview'
  return {
    bill: isBill ? answer : undefined,
    refusal: isBill ? undefined : answer,
    problem: error ? problemIn(error) : undefined,
    waiting: isPending,
    refresh: () => void refetch(),
  }
}
