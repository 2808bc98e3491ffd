import type { ReactNode } from 'react'
import type { TodayCheckInFragment } from '@/generated/graphql'
import { wordsFor } from '@/lib/problem'
import { Problem } from '@/ui/problem'
import { Skeleton } from '@/ui/skeleton'
import { Stale } from '@/ui/stale'
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
      <Stale cause={problem && wordsFor(problem).cause} onRetry={refresh} />
      {answer.me ? (
        <MemberHome me={answer.me}>{today(answer.me.checkIn)}</MemberHome>
      ) : (
        <GuestHome program={answer.program} />
      )}
    </>
  )
}
