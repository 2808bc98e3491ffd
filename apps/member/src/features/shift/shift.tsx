import { formatDay } from '@evergreen/shared/format.ts'
import { View } from '@tarojs/components'
import { MyShiftDocument } from '@/generated/graphql'
import { formatMoment } from '@/lib/moment'
import { wordsFor } from '@/lib/problem'
import { useAnswer } from '@/lib/use-answer'
import { Card } from '@/ui/card'
import { Cell } from '@/ui/cell'
import { Empty } from '@/ui/empty'
import { Problem } from '@/ui/problem'
import { Skeleton } from '@/ui/skeleton'
import { Sum } from '@/ui/sum'
import { aboutWords } from './about'
import { kindWords } from './words'
import './shift.scss'

/** What the person at the counter did today: how much of each, and the last twenty acts. */
export function Shift() {
  const { answer, problem, waiting, refresh } = useAnswer(MyShiftDocument, {}, { hat: 'staff' })
  if (waiting) return <Skeleton count={2} />
  if (problem && !answer) return <Problem {...wordsFor(problem)} onRetry={refresh} />
  if (!answer) return null
  const { day, counts, acts } = answer.myShift
  if (acts.length === 0)
    return <Empty id='shift-empty' title='今天还没有记录' text='办过的每一件事都会出现在这里。' />
  return (
    <>
      <Card id='shift' title={`${formatDay(day)}的班次`}>
        <View className='shift__counts'>
          {counts
            .filter(({ count }) => count > 0)
            .map(({ kind, count }) => (
              <View key={kind} className='shift__count'>
                <Sum id={`shift-${kind}`} value={count} />
                <View className='shift__kind'>{kindWords[kind]}</View>
              </View>
            ))}
        </View>
      </Card>
      <Card title='最近20件'>
        {acts.map(({ id, at, kind, about }) => (
          <Cell
            key={id}
            label={kindWords[kind]}
            detail={about === null ? undefined : aboutWords(about)}
            value={formatMoment(at)}
          />
        ))}
      </Card>
    </>
  )
}
