import { LookUps } from '@/features/look-ups/look-ups'
import { SignInSheet } from '@/features/sign-in/sign-in-sheet'
import { Screen } from '@/ui/screen'

export default function LookUpsPage() {
  return (
    <Screen title='谁查过我' back>
      <LookUps />
      <SignInSheet />
    </Screen>
  )
}
