import { Profile } from '@/features/profile/profile'
import { SignInSheet } from '@/features/sign-in/sign-in-sheet'
import { Screen } from '@/ui/screen'

export default function MePage() {
  return (
    <Screen title='我的'>
      <Profile />
      <SignInSheet />
    </Screen>
  )
}
