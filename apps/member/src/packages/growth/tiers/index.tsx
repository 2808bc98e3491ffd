import { SignInSheet } from '@/features/sign-in/sign-in-sheet'
import { Tiers } from '@/features/tiers/tiers'
import { Screen } from '@/ui/screen'

export default function TiersPage() {
  return (
    <Screen title='等级与权益' back>
      <Tiers />
      <SignInSheet />
    </Screen>
  )
}
