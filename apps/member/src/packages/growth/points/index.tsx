import { Points } from '@/features/points/points'
import { SignInSheet } from '@/features/sign-in/sign-in-sheet'
import { Screen } from '@/ui/screen'

export default function PointsPage() {
  return (
    <Screen title='我的积分' back>
      <Points />
      <SignInSheet />
    </Screen>
  )
}
