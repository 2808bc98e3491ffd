import type { Month } from '@evergreen/shared/day.ts'
import { useState } from 'react'
import { wordsFor } from '@/lib/problem'
import { askToSignIn } from '@/lib/sign-in-door'
import { Card } from '@/ui/card'
import { Empty } from '@/ui/empty'
import { Problem } from '@/ui/problem'
import { Skeleton } from '@/ui/skeleton'
import { Milestones } from './milestones'
import { MonthGrid } from './month-grid-view'
import { MonthHead } from './month-head'
import { StreakCard } from './streak-card'
import { useCheckInMonth } from './use-check-in-month'

/** A month of check-ins with the way to earlier ones; `start` is the month shown first. */
export function Calendar({ start }: { start: Month }) {
  const [month, setMonth] = useState(start)
  const { answer, before, problem, waiting, refresh } = useCheckInMonth(month)
  const known = answer ?? before
  if (problem && !answer) return <Problem {...wordsFor(problem)} onRetry={refresh} />
  if (!known) return <Skeleton count={2} />
  if (!known.me)
    return (
      <Empty
        title='登录后查看签到日历'
        action={{ id: 'join', label: '登录或加入', onTap: askToSignIn }}
      />
    )
  const { checkIn, joinedOn } = known.me
  return (
    <>
      <StreakCard checkIn={checkIn} />
      <Card>
        <MonthHead month={month} joinedOn={joinedOn} today={checkIn.day} onMonth={setMonth} />
        <MonthGrid
          month={month}
          today={checkIn.day}
          days={answer?.me?.checkInMonth.days ?? []}
          waiting={waiting}
        />
      </Card>
      <Milestones checkIn={checkIn} />
    </>
  )
}
