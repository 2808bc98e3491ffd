import { CheckInCard } from '@/features/check-in/check-in-card'
import { Home } from '@/features/home/home'
import { SignInSheet } from '@/features/sign-in/sign-in-sheet'
import { Screen } from '@/ui/screen'

export default function HomePage() {
  return (
    <Screen title='长青会员'>
      <Home today={(today) => <CheckInCard today={today} />} />
      <SignInSheet />
    </Screen>
  )
}
