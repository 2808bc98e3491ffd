import { LeaderboardPage } from '@/features/leaderboard/leaderboard-page'
import { SignInSheet } from '@/features/sign-in/sign-in-sheet'
import { Screen } from '@/ui/screen'

export default function SocialLeaderboardPage() {
  return (
    <Screen title='排行榜' back>
      <LeaderboardPage />
      <SignInSheet />
    </Screen>
  )
}
