import { wordsFor } from '@/lib/problem'
import { askToSignIn } from '@/lib/sign-in-door'
import { Empty } from '@/ui/empty'
import { Problem } from '@/ui/problem'
import { Skeleton } from '@/ui/skeleton'
import { Receipt } from './receipt'
import { useEntry } from './use-entries'

export function EntryDetail({ id }: { id: string }) {
  const { answer, problem, waiting, refresh } = useEntry(id)
  if (waiting) return <Skeleton count={2} />
  if (problem && !answer) return <Problem {...wordsFor(problem)} onRetry={refresh} />
  if (!answer?.me)
    return (
      <Empty
        title='登录后查看明细'
        action={{ id: 'join', label: '登录或加入', onTap: askToSignIn }}
      />
    )
  if (!answer.me.entry) return <Empty title='没有这笔明细' text='它可能不属于这个会员。' />
  return <Receipt entry={answer.me.entry} />
}
