import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { wordsFor } from '@/lib/problem'
import { Problem } from '@/ui/problem'
import { Skeleton } from '@/ui/skeleton'
import { Offline } from './offline'
import { untilLeftAlone } from './touched'
import { type StaffHere, useCounter } from './use-counter'

/** Around every page behind the counter: only for staff, locked when left alone. */
export function StaffRoom({ children }: { children: (staff: StaffHere) => ReactNode }) {
  const { signedIn, staff, problem, refresh } = useCounter('all')
  if (!signedIn) return null
  return (
    <View {...untilLeftAlone}>
      <Offline />
      {staff ? (
        children(staff)
      ) : problem ? (
        <Problem {...wordsFor(problem)} onRetry={refresh} />
      ) : (
        <Skeleton count={2} />
      )}
    </View>
  )
}
