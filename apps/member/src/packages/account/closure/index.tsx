import { ClosurePage } from '@/features/closure/closure'
import { SignInSheet } from '@/features/sign-in/sign-in-sheet'
import { Screen } from '@/ui/screen'

export default function AccountClosurePage() {
  return (
    <Screen title='注销会员' back>
      <ClosurePage />
      <SignInSheet />
    </Screen>
  )
}
