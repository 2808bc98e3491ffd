import { View } from '@tarojs/components'
import { useState } from 'react'
import { wordsFor } from '@/lib/problem'
import { askToSignIn } from '@/lib/sign-in-door'
import { Card } from '@/ui/card'
import { Cell } from '@/ui/cell'
import { Chips } from '@/ui/chips'
import { Empty } from '@/ui/empty'
import { Problem } from '@/ui/problem'
import { Skeleton } from '@/ui/skeleton'
import { Stale } from '@/ui/stale'
import { JoinSheet } from './join-sheet'
import { LastSeasonCard } from './last-season-card'
import { LeagueCard } from './league-card'
import { MyPlace } from './my-place'
import { TopLines } from './top-lines'
import { type Board, useLeaderboard } from './use-leaderboard'
import './leaderboard.scss'

/** The boards of the programme, one at a time: my place first, then the others. */
export function LeaderboardPage() {
  const [id, choose] = useState<string | null>(null)
  const { signedIn, answer, problem, waiting, refresh } = useLeaderboard(id)
  if (!signedIn) {
    return (
      <Empty
        title='登录后查看排行榜'
        text='每周、每月重新开始。只有同意展示的会员才会上榜，并且只显示昵称。'
        action={{ id: 'join', label: '登录', onTap: askToSignIn }}
      />
    )
  }
  if (waiting) return <Skeleton count={3} />
  if (!answer) return problem ? <Problem {...wordsFor(problem)} onRetry={refresh} /> : null
  const { leaderboards, leaderboard } = answer
  if (leaderboard.__typename !== 'Leaderboard')
    return <Empty id='no-boards' title='现在没有排行榜' text='有新的榜单时会出现在这里。' />
  return (
    <>
      <Chips
        chips={leaderboards.map((board) => ({
          id: `board-${board.id}`,
          value: board.id,
          label: board.name,
        }))}
        chosen={leaderboard.info.id}
        onChoose={choose}
      />
      <Stale cause={problem && wordsFor(problem).cause} onRetry={refresh} />
      <OneBoard board={leaderboard} refresh={refresh} />
    </>
  )
}

function OneBoard({ board, refresh }: { board: Board; refresh: () => void }) {
  const [joining, setJoining] = useState(false)
  const { info, league, lastSeason, mine } = board
  const canJoin = mine.__typename === 'NotPlaced' && mine.reason === 'CONSENT_NEEDED'
  return (
    <>
      <MyPlace board={board} onJoin={() => setJoining(true)} />
      <View>
        {lastSeason && <LastSeasonCard season={lastSeason} isWeek={info.length === 'WEEK'} />}
      </View>
      <View>{league && <LeagueCard league={league} unit={info.unit} />}</View>
      <TopLines board={board} refresh={refresh} />
      <View>
        {info.rewards.length > 0 && (
          <Card id='rewards' title='结算时的奖励'>
            {info.rewards.map(({ name, gives }) => (
              <Cell key={name} label={name} value={gives} />
            ))}
          </Card>
        )}
      </View>
      <JoinSheet
        open={joining && canJoin}
        myName={board.myName}
        onClose={() => setJoining(false)}
      />
    </>
  )
}
