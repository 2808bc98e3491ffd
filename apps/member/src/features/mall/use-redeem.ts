import { RedeemDocument, type RedeemMutation, type RedeemOrder } from '@/generated/graphql'
import { keptIntent } from '@/lib/keys'
import { platform } from '@/lib/platform'
import { send } from '@/lib/transport'
import { askAllAgain, askAllWhenShown } from '@/lib/use-answer'
import { useWrite } from '@/lib/use-write'

export type RedeemAnswer = RedeemMutation['redeem']

type Made = Extract<RedeemAnswer, { __typename: 'Redeemed' | 'PaymentNeeded' }>

/** There is a redemption now: done, or to be paid on its own page. */
export const isMade = (answer: RedeemAnswer): answer is Made =>
  answer.__typename === 'Redeemed' || answer.__typename === 'PaymentNeeded'

const writeOf = (itemId: string) => `redeem/${itemId}`

/** True while an order of this item waits for its answer, also from before the app was closed. */
export const isUnanswered = (itemId: string): boolean =>
  keptIntent('member', writeOf(itemId)) !== undefined

/**
 * Redeems one item. The whole order is kept with its key from the member's yes on, so that after
 * a lost answer, or a killed app, exactly that order is asked about again and none is paid twice.
 */
export function useRedeem(itemId: string, onRedeemed: (redemptionId: string) => void) {
  const { kept, begin, ...rest } = useWrite<RedeemAnswer>({
    hat: 'member',
    name: writeOf(itemId),
    send: async (key, about) => {
      const order = JSON.parse(about) as RedeemOrder
      return (await send(RedeemDocument, { key, order })).redeem
    },
    decided: (answer) => {
      platform.vibrate(isMade(answer) ? 'success' : 'failure')
      if (!isMade(answer)) return askAllAgain()
      askAllWhenShown()
      onRedeemed(answer.redemption.id)
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
