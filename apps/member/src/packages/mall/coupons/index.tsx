import { Coupons } from '@/features/coupons/coupons'
import { SignInSheet } from '@/features/sign-in/sign-in-sheet'
import { Screen } from '@/ui/screen'

export default function CouponsPage() {
  return (
    <Screen title='优惠券' back>
      <Coupons />
      <SignInSheet />
    </Screen>
  )
}
