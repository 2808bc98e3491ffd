import { LookUpObjectionsDocument } from '@/generated/graphql'
import { formatMoment } from '@/lib/moment'
import { wordsFor } from '@/lib/problem'
import { useAnswer } from '@/lib/use-answer'
import { Card } from '@/ui/card'
import { Cell } from '@/ui/cell'
import { Empty } from '@/ui/empty'
import { Problem } from '@/ui/problem'
import { Skeleton } from '@/ui/skeleton'
import { Stale } from '@/ui/stale'

/** Looks at members that they say were not right, the latest first. Nobody reads who the member is. */
export function Objections() {
  const options = { hat: 'staff' } as const
  const { answer, problem, waiting, refresh } = useAnswer(LookUpObjectionsDocument, {}, options)
  if (waiting) return <Skeleton shape='row' count={3} />
  if (problem && !answer) return <Problem {...wordsFor(problem)} onRetry={refresh} />
  const objections = answer?.lookUpObjections ?? []
  if (objections.length === 0)
    return (
      <Empty
        id='no-objections'
        title='没有会员提出异议'
        text='会员对某次查看有疑问时，会出现在这里。请找当时的店员核对。'
      />
    )
  return (
    <>
      <Stale cause={problem && wordsFor(problem).cause} onRetry={refresh} />
      <Card title='会员有疑问的查看'>
        {objections.map(({ lookUpId, lookedAt, shopName, staffName, words }) => (
          <Cell
            key={lookUpId}
            id={`objection-${lookUpId}`}
            label={`${staffName} · ${formatMoment(lookedAt)}`}
            detail={words === '' ? `${shopName}，会员没有留言` : `${shopName}，会员说：${words}`}
          />
        ))}
      </Card>
    </>
  )
}
