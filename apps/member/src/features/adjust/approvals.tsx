import { View } from '@tarojs/components'
import { useState } from 'react'
import { formatMoment } from '@/lib/moment'
import { wordsFor } from '@/lib/problem'
import type { Acting } from '@/lib/use-act'
import { useOnline } from '@/lib/use-online'
import { Card } from '@/ui/card'
import { Cell } from '@/ui/cell'
import { Empty } from '@/ui/empty'
import { Notice } from '@/ui/notice'
import { Problem } from '@/ui/problem'
import { Refusal } from '@/ui/refusal'
import { Skeleton } from '@/ui/skeleton'
import { Unanswered } from '@/ui/unanswered'
import type { ApproveAnswer, Decided, RejectAnswer, Waiting } from './acts'
import { DecideSheet } from './decide-sheet'
import { useApprovals } from './use-approvals'
import { amountWords, wordsForDecision } from './words'

/** Adjustments that need a second person: what each is about, and yes or no. */
export function Approvals() {
  const { requests, problem, waiting, refresh, approving, rejecting } = useApprovals()
  const online = useOnline()
  const [seen, setSeen] = useState<Waiting>()
  const acts = [approving, rejecting]
  // While the answer to one is not known no other begins, or its key would be forgotten.
  const isBusy = acts.some(({ state: { phase } }) => phase === 'submitting' || phase === 'unknown')
  const open = (request: Waiting) => {
    if (isBusy) return
    for (const { clear } of acts) clear()
    setSeen(request)
  }
  const decide = (submit: (decided: Decided) => void) => (decided: Decided) => {
    setSeen(undefined)
    submit(decided)
  }
  return (
    <>
      <View>
        <Outcome id='approve' act={approving} />
        <Outcome id='reject' act={rejecting} />
      </View>
      {waiting && <Skeleton shape='row' count={3} />}
      {problem && !requests && <Problem {...wordsFor(problem)} onRetry={refresh} />}
      <View>
        {requests?.length === 0 && (
          <Empty
            id='no-approvals'
            title='没有等待审批的调整'
            text='同事提交、需要第二人同意的调整会出现在这里。'
          />
        )}
        {requests && requests.length > 0 && (
          <Card title='等待第二人'>
            {requests.map((request, place) => (
              <Cell
                key={request.id}
                id={`approval-${place}`}
                label={`${request.maskedName} · ${amountWords(request)}`}
                detail={`${request.askedBy} · ${formatMoment(request.at)} · ${request.reason}`}
                onTap={() => open(request)}
              />
            ))}
          </Card>
        )}
      </View>
      <DecideSheet
        request={seen}
        disabled={!online}
        onApprove={decide(approving.submit)}
        onReject={decide(rejecting.submit)}
        onClose={() => setSeen(undefined)}
      />
    </>
  )
}

interface OutcomeProps {
  id: string
  act: Acting<Decided, ApproveAnswer> | Acting<Decided, RejectAnswer>
}

/** What became of a decision. */
function Outcome({ id, act }: OutcomeProps) {
  const { state, submit, clear } = act
  if (state.phase === 'submitting') return <Notice>正在处理…</Notice>
  if (state.phase === 'refused') return <Problem {...wordsFor(state.problem)} />
  if (state.phase === 'unknown')
    return (
      <Unanswered
        id={id}
        title='这次处理没有收到结果'
        next='可能已经生效。再试一次是同一次，不会重复处理。'
        giveUp='先不管'
        onAgain={() => submit(state.wish)}
        onGiveUp={clear}
      />
    )
  if (state.phase !== 'decided') return null
  const { isDone, title, next } = wordsForDecision(state.answer)
  if (!isDone) return <Refusal id={`${id}-refused`} title={title} next={next} />
  return (
    <Notice id={`${id}-done`} tone='good'>
      {title}：{next}
    </Notice>
  )
}
