import { CouponsDocument, type CouponsQuery } from '@/generated/graphql'
import { useSignedIn } from '@/lib/session'
import { useAnswer } from '@/lib/use-answer'

export type Coupon = NonNullable<CouponsQuery['me']>['coupons'][number]

/** Every coupon of the member; those that can be used come first, the next to end before others. */
export function useCoupons() {
  const signedIn = useSignedIn('member')
  const { answer, ...rest } = useAnswer(CouponsDocument, {}, { enabled: signedIn })
  const coupons = [...(answer?.me?.coupons ?? [])].sort(byUse)
  return { signedIn, coupons, isHere: answer !== undefined, ...rest }
}

const canBeUsed = ({ state }: Coupon): boolean => state === 'ISSUED'

const byUse = (one: Coupon, other: Coupon): number =>
  Number(canBeUsed(other)) - Number(canBeUsed(one)) ||
  one.expiresOn.localeCompare(other.expiresOn) ||
  one.code.localeCompare(other.code)
