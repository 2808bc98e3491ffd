import type { ReactNode } from 'react'
import type { TodayCheckInFragment } from '@/generated/graphql'
import { wordsFor } from '@/lib/problem'
import { Notice } from '@/ui/notice'
import { Problem } from '@/ui/problem'
import { Skeleton } from '@/ui/skeleton'
import { GuestHome } from './guest-home'
import { MemberHome } from './member-home'
import { useHome } from './use-home'

export interface HomeProps {
  /** Draws today's check-in, which is a feature of its own. */
  today: (today: TodayCheckInFragment) => ReactNode
}

export function Home({ today }: HomeProps) {
  const { answer, problem, waiting, refreshing, refresh } = useHome()
  if (waiting) return <Skeleton shape='ring' />
  if (!answer)
    return problem ? (
      <Problem {...wordsFor(problem)} onRetry={refresh} retrying={refreshing} />
    ) : null
  return (
    <>
      {problem && (
        <Notice id='stale' tone='warn' action={{ id: 'retry', label: '刷新', onTap: refresh }}>
          {`${wordsFor(problem).cause}，下面是上次看到的内容。`}
        </Notice>
      )}
      {answer.me ? (
        <MemberHome me={answer.me}>{today(answer.me.checkIn)}</MemberHome>
      ) : (
        <GuestHome program={answer.program} />
      )}
    </>
  )
}
