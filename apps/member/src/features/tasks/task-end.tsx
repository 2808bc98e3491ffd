import { View } from '@tarojs/components'
import { wordsFor } from '@/lib/problem'
import type { WriteState } from '@/lib/use-write'
import { Button } from '@/ui/button'
import { Cell } from '@/ui/cell'
import { Notice } from '@/ui/notice'
import { Sheet } from '@/ui/sheet'
import type { Given, TaskAnswer } from './use-tasks'
import { givenLines, refusalWords } from './words'

export interface TaskEndProps {
  state: WriteState<TaskAnswer>
  onAgain: () => void
  onClose: () => void
}

/** How an act ended: what was given and what limits held back, why not, or that nobody knows yet. */
export function TaskEnd({ state, onAgain, onClose }: TaskEndProps) {
  const answer = state.phase === 'decided' ? state.answer : undefined
  const given = answer?.__typename === 'TaskClaimed' ? answer.given : undefined
  const refusal = answer && refusalWords(answer)
  return (
    <>
      <View>
        {state.phase === 'unknown' && (
          <Notice
            id='task-unknown'
            tone='warn'
            action={{ id: 'task-again', label: '再确认一次', onTap: onAgain }}
          >
            没有收到结果，可能已经办成。再确认一次不会重复领取。
          </Notice>
        )}
        {state.phase === 'refused' && (
          <Notice id='task-refused' tone='bad'>
            {`${wordsFor(state.problem).cause}，没有办成，请再试一次。`}
          </Notice>
        )}
        {refusal && (
          <Notice id='task-refused' tone='warn'>
            {refusal}
          </Notice>
        )}
      </View>
      <Sheet id='task-given' open={given !== undefined} title='奖励到账' onClose={onClose}>
        {given && <Gains given={given} />}
        <Button id='task-done' kind='secondary' onTap={onClose}>
          好
        </Button>
      </Sheet>
    </>
  )
}

function Gains({ given }: { given: Given }) {
  return (
    <>
      {givenLines(given).map((line) => (
        <Cell key={line} label={line} />
      ))}
      {given.heldBack.map(({ ruleId, ruleName, reason }) => (
        <Cell key={ruleId} label={`「${ruleName}」没有全给`} detail={reason} />
      ))}
    </>
  )
}
