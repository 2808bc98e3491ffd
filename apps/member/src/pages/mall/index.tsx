import { Mall } from '@/features/mall/mall'
import { SignInSheet } from '@/features/sign-in/sign-in-sheet'
import { Screen } from '@/ui/screen'

export default function MallPage() {
  return (
    <Screen title='积分商城'>
      <Mall />
      <SignInSheet />
    </Screen>
  )
}
