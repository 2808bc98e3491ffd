import { View } from '@tarojs/components'
import { Button } from '@/ui/button'
import { Progress } from '@/ui/progress'
import { leftWords, stateWords } from './pace'
import type { Task } from './use-tasks'

export interface TaskRowProps {
  task: Task
  today: string
  /** Its own act is on its way. */
  waiting: boolean
  onClaim: (id: string) => void
  onJoin: (id: string) => void
}

/** A task: what it asks, how far it is, what it gives, how long there is. */
export function TaskRow({ task, today, waiting, onClaim, onJoin }: TaskRowProps) {
  const { id, name, summary, state, count, target, progress } = task
  const isClosed = state === 'CLAIMED' || state === 'OVER'
  const left = isClosed ? undefined : leftWords(task, today)
  const detail = [summary, left].filter(Boolean).join(' · ')
  return (
    <View id={`task-${id}`} className={`task ${isClosed ? 'task--closed' : ''}`}>
      <View className='task__head'>
        <View className='task__name'>{name}</View>
        <View className='task__progress'>{stateWords(task) ?? progress}</View>
      </View>
      <View className='task__soft'>{detail}</View>
      {!isClosed && <View className='task__gives'>{`得${task.gives.words}`}</View>}
      {state === 'OPEN' && target > 1 && (
        <Progress
          valueBp={Math.floor((count * 10_000) / target)}
          label={`${name}，进度${progress}`}
        />
      )}
      {state === 'COMPLETED' && (
        <Button id={`claim-${id}`} waiting={waiting} onTap={() => onClaim(id)}>
          领取奖励
        </Button>
      )}
      {state === 'JOINABLE' && (
        <Button id={`join-${id}`} kind='secondary' waiting={waiting} onTap={() => onJoin(id)}>
          参加
        </Button>
      )}
    </View>
  )
}
