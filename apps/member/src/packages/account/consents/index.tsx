import { Consents } from '@/features/consents/consents'
import { SignInSheet } from '@/features/sign-in/sign-in-sheet'
import { Screen } from '@/ui/screen'

export default function ConsentsPage() {
  return (
    <Screen title='授权与隐私' back>
      <Consents />
      <SignInSheet />
    </Screen>
  )
}
