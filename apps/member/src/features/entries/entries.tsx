import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import type { Unit } from '@/generated/graphql'
import { wordsFor } from '@/lib/problem'
import { askToSignIn } from '@/lib/sign-in-door'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Empty } from '@/ui/empty'
import { Problem } from '@/ui/problem'
import { Skeleton } from '@/ui/skeleton'
import { Balances } from './balances'
import { EntryRow } from './entry-row'
import { UnitFilter } from './unit-filter'
import { useEntries } from './use-entries'

/** The ledger as the member may read it: balances, a filter, and every line there is. */
export function Entries({ start }: { start: Unit | undefined }) {
  const [unit, setUnit] = useState(start)
  const { answer, rows, problem, waiting, hasMore, loadingMore, more, refresh } = useEntries(unit)
  useReachBottom(more)
  if (answer && !answer.me)
    return (
      <Empty
        title='登录后查看明细'
        action={{ id: 'join', label: '登录或加入', onTap: askToSignIn }}
      />
    )
  return (
    <>
      {answer?.me && <Balances me={answer.me} />}
      <UnitFilter unit={unit} onUnit={setUnit} />
      {waiting && <Skeleton shape='row' count={6} />}
      {problem && <Problem {...wordsFor(problem)} onRetry={refresh} />}
      {answer && rows.length === 0 && (
        <Empty title='还没有明细' text='签到或消费后，每一笔都会记在这里，并写明怎样算出来。' />
      )}
      {rows.length > 0 && (
        <Card id='entries'>
          {rows.map((entry) => (
            <EntryRow key={entry.id} entry={entry} />
          ))}
        </Card>
      )}
      {hasMore && (
        <Button id='more' kind='quiet' waiting={loadingMore} onTap={more}>
          更早的明细
        </Button>
      )}
    </>
  )
}
