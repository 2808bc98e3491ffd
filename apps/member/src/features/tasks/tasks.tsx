import { dayOfMonth } from '@evergreen/shared/day.ts'
import { formatTimes } from '@evergreen/shared/format.ts'
import { View } from '@tarojs/components'
import { wordsFor } from '@/lib/problem'
import { askToSignIn } from '@/lib/sign-in-door'
import { isUnderWay } from '@/lib/use-write'
import { Card } from '@/ui/card'
import { Empty } from '@/ui/empty'
import { Notice } from '@/ui/notice'
import { Problem } from '@/ui/problem'
import { Skeleton } from '@/ui/skeleton'
import { Stale } from '@/ui/stale'
import { TaskEnd } from './task-end'
import { TaskRow } from './task-row'
import { type SuperDay, type Task, useTaskAct, useTasks } from './use-tasks'
import { groups } from './words'
import './tasks.scss'

/** What there is to do, by the time it is open for; what can be claimed stands first. */
export function Tasks() {
  const { answer, problem, waiting, refresh } = useTasks()
  if (waiting) return <Skeleton count={4} />
  if (!answer) return problem ? <Problem {...wordsFor(problem)} onRetry={refresh} /> : null
  const { me, program } = answer
  if (!me)
    return (
      <Empty
        id='tasks-guest'
        title='登录后开始做任务'
        text='每日、每周和新人任务都写明奖励和进度，做到了就能领。'
        action={{ id: 'join', label: '登录或加入', onTap: askToSignIn }}
      />
    )
  return (
    <>
      <View>
        <Stale cause={problem && wordsFor(problem).cause} onRetry={refresh} />
        {program.superDay && <SuperDayLine superDay={program.superDay} today={me.checkIn.day} />}
      </View>
      <TaskList tasks={me.tasks} today={me.checkIn.day} />
    </>
  )
}

function SuperDayLine({ superDay, today }: { superDay: SuperDay; today: string }) {
  const { dayOfMonth: day, timesBp } = superDay
  const isToday = dayOfMonth(today) === day
  return (
    <Notice id='super-day' tone={isToday ? 'good' : 'plain'}>
      {isToday
        ? `今天是超级签到日，签到积分${formatTimes(timesBp)}倍。`
        : `每月${day}日是超级签到日，签到积分${formatTimes(timesBp)}倍。`}
    </Notice>
  )
}

const isClosed = ({ state }: Task) => state === 'CLAIMED' || state === 'OVER'

function TaskList({ tasks, today }: { tasks: readonly Task[]; today: string }) {
  const { state, waitingFor, claim, join, again, clear } = useTaskAct()
  const parts = [
    { id: 'ready', title: '可以领取', rows: tasks.filter((task) => task.state === 'COMPLETED') },
    ...groups.map(({ kind, title }) => ({
      id: kind.toLowerCase(),
      title,
      rows: tasks.filter(
        (task) => task.set === kind && task.state !== 'COMPLETED' && !isClosed(task),
      ),
    })),
    { id: 'closed', title: '已完成和已结束', rows: tasks.filter(isClosed) },
  ]
  if (tasks.length === 0)
    return <Empty id='tasks-empty' title='现在没有任务' text='新任务开放后会出现在这里。' />
  return (
    <View id='tasks'>
      <TaskEnd state={state} onAgain={again} onClose={clear} />
      {parts.map(
        ({ id, title, rows }) =>
          rows.length > 0 && (
            <Card key={id} id={`tasks-${id}`} title={title}>
              {rows.map((task) => (
                <TaskRow
                  key={task.id}
                  task={task}
                  today={today}
                  waiting={isUnderWay(state) && waitingFor === task.id}
                  onClaim={claim}
                  onJoin={join}
                />
              ))}
            </Card>
          ),
      )}
    </View>
  )
}
