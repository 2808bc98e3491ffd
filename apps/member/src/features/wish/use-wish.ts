import {
  SetWishDocument,
  type SetWishMutation,
  WishPageDocument,
  type WishPageQuery,
} from '@/generated/graphql'
import { platform } from '@/lib/platform'
import { useSignedIn } from '@/lib/session'
import { send } from '@/lib/transport'
import { askAllAgain, useAnswer } from '@/lib/use-answer'
import { useWrite } from '@/lib/use-write'

type Me = NonNullable<WishPageQuery['me']>
export type Wish = NonNullable<Me['wish']>
export type Rescue = NonNullable<Me['expiryRescue']>

export function useWish() {
  const signedIn = useSignedIn('member')
  return { signedIn, ...useAnswer(WishPageDocument, {}, { enabled: signedIn }) }
}

const NONE = ''

/** Pins one item, or none. */
export function useSetWish() {
  const { state, begin } = useWrite<SetWishMutation['setWish']>({
    hat: 'member',
    name: 'wish',
    send: async (key, itemId) =>
      (await send(SetWishDocument, { key, itemId: itemId === NONE ? null : itemId })).setWish,
    decided: (answer) => {
      platform.vibrate(answer.__typename === 'WishSet' ? 'success' : 'failure')
      askAllAgain()
    },
  })
  return { state, pin: begin, unpin: () => begin(NONE) }
}
