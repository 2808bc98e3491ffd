import {
  CancelRedemptionDocument,
  type CancelRedemptionMutation,
  RedemptionDocument,
} from '@/generated/graphql'
import { platform } from '@/lib/platform'
import { send } from '@/lib/transport'
import { askAllAgain, keepAnswer } from '@/lib/use-answer'
import { useWrite } from '@/lib/use-write'

/** Gives one redemption back, once. */
export function useCancel(id: string) {
  const { state, begin, startOver } = useWrite<CancelRedemptionMutation['cancelRedemption']>({
    hat: 'member',
    name: `cancel-redemption/${id}`,
    send: async (key) => (await send(CancelRedemptionDocument, { id, key })).cancelRedemption,
    decided: (answer) => {
      if (answer.__typename !== 'RedemptionCancelled') return askAllAgain()
      platform.vibrate('success')
      const { redemption } = answer
      keepAnswer(RedemptionDocument, { id }, () => ({ redemption }))
    },
  })
  return { state, cancel: () => begin(id), startOver }
}
