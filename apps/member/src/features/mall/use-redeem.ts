import { RedeemDocument, type RedeemMutation, type RedeemOrder } from '@/generated/graphql'
import { platform } from '@/lib/platform'
import { send } from '@/lib/transport'
import { askAllAgain } from '@/lib/use-answer'
import { useWrite } from '@/lib/use-write'

export type RedeemAnswer = RedeemMutation['redeem']

/**
 * Redeems one item. The whole order is kept with its key from the member's yes on, so that after
 * a lost answer, or a killed app, exactly that order is asked about again and none is paid twice.
 */
export function useRedeem(itemId: string, onRedeemed: (redemptionId: string) => void) {
  const { kept, begin, ...rest } = useWrite<RedeemAnswer>({
    hat: 'member',
    name: `redeem/${itemId}`,
    send: async (key, about) => {
      const order = JSON.parse(about) as RedeemOrder
      return (await send(RedeemDocument, { key, order })).redeem
    },
    decided: (answer) => {
      askAllAgain()
      platform.vibrate(answer.__typename === 'Redeemed' ? 'success' : 'failure')
      if (answer.__typename === 'Redeemed') onRedeemed(answer.redemption.id)
    },
  })
  const about = kept()
  return {
    ...rest,
    /** The order whose answer never came. */
    kept: about === undefined ? undefined : (JSON.parse(about) as RedeemOrder),
    redeem: (order: RedeemOrder) => begin(JSON.stringify(order)),
  }
}
