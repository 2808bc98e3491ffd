import { useEffect } from 'react'
import {
  ClaimTaskDocument,
  type ClaimTaskMutation,
  JoinTaskDocument,
  type JoinTaskMutation,
  TasksDocument,
  type TasksQuery,
} from '@/generated/graphql'
import { platform } from '@/lib/platform'
import { send } from '@/lib/transport'
import { askAllAgain, useAnswer } from '@/lib/use-answer'
import { useWrite } from '@/lib/use-write'

export type Task = NonNullable<TasksQuery['me']>['tasks'][number]
export type SuperDay = NonNullable<TasksQuery['program']['superDay']>
export type TaskAnswer = ClaimTaskMutation['claimTask'] | JoinTaskMutation['joinTask']
export type Given = Extract<TaskAnswer, { __typename: 'TaskClaimed' }>['given']

export const useTasks = () => useAnswer(TasksDocument, {})

const JOIN = 'join:'

/** Takes part in a task, or takes its reward; what lost its answer is asked for again. */
export function useTaskAct() {
  const { state, kept, begin, again, startOver } = useWrite<TaskAnswer>({
    hat: 'member',
    name: 'task',
    send: async (key, about) =>
      about.startsWith(JOIN)
        ? (await send(JoinTaskDocument, { key, taskId: about.slice(JOIN.length) })).joinTask
        : (await send(ClaimTaskDocument, { key, taskId: about })).claimTask,
    decided: (answer) => {
      const isDone = answer.__typename === 'TaskClaimed' || answer.__typename === 'TaskJoined'
      platform.vibrate(isDone ? 'success' : 'failure')
      askAllAgain()
    },
  })
  useEffect(again, [again])
  return {
    state,
    /** The task that waits for its answer. */
    waitingFor: kept()?.replace(JOIN, ''),
    claim: begin,
    join: (taskId: string) => begin(`${JOIN}${taskId}`),
    again,
    clear: startOver,
  }
}
