import { Redemptions } from '@/features/redemptions/redemptions'
import { SignInSheet } from '@/features/sign-in/sign-in-sheet'
import { Screen } from '@/ui/screen'

export default function MallRedemptionsPage() {
  return (
    <Screen title='我的兑换' back>
      <Redemptions />
      <SignInSheet />
    </Screen>
  )
}
