import { SignInSheet } from '@/features/sign-in/sign-in-sheet'
import { WishPage } from '@/features/wish/wish-page'
import { Screen } from '@/ui/screen'

export default function MallWishPage() {
  return (
    <Screen title='我的心愿' back>
      <WishPage />
      <SignInSheet />
    </Screen>
  )
}
