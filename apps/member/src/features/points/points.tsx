import { formatAmount, formatDay } from '@evergreen/shared/format.ts'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { PointsDocument, type PointsQuery } from '@/generated/graphql'
import { wordsFor } from '@/lib/problem'
import { askToSignIn } from '@/lib/sign-in-door'
import { useAnswer } from '@/lib/use-answer'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Cell } from '@/ui/cell'
import { Empty } from '@/ui/empty'
import { Problem } from '@/ui/problem'
import { Skeleton } from '@/ui/skeleton'
import { Stale } from '@/ui/stale'
import { Sum } from '@/ui/sum'
import { groupRefusals } from './group-refusals'
import './points.scss'

type Me = NonNullable<PointsQuery['me']>

const open = (url: string) => () => void Taro.navigateTo({ url })

/** What can be spent and what cannot yet, the last day of each point, and what was not given. */
export function Points() {
  const { answer, problem, waiting, refresh } = useAnswer(PointsDocument, {})
  if (waiting) return <Skeleton count={3} />
  if (!answer) return problem ? <Problem {...wordsFor(problem)} onRetry={refresh} /> : null
  const { me } = answer
  if (!me)
    return (
      <Empty
        title='登录后查看积分'
        action={{ id: 'join', label: '登录或加入', onTap: askToSignIn }}
      />
    )
  return (
    <>
      <Stale cause={problem && wordsFor(problem).cause} onRetry={refresh} />
      <Balance me={me} />
      <Schedule me={me} />
      {me.refusals.length > 0 && <Refusals refusals={me.refusals} />}
    </>
  )
}

function Balance({ me: { points, pendingPoints, heldPoints, owedPoints } }: { me: Me }) {
  return (
    <Card id='balance' className='points__balance' title='现在可用'>
      <Sum id='points-now' value={points} size='large' tone='points' />
      <View>
        {pendingPoints > 0 && (
          <Cell
            id='pending'
            label='待释放'
            detail='收货或到日子后可用'
            value={formatAmount(pendingPoints)}
          />
        )}
        {heldPoints > 0 && (
          <Cell
            id='held'
            label='冻结中'
            detail='等待兑换完成，取消就退回'
            value={formatAmount(heldPoints)}
          />
        )}
        {owedPoints > 0 && (
          <Cell
            id='owed'
            label='待抵扣'
            detail='退款后欠下的，每次获得积分时最多抵扣一半'
            value={formatAmount(owedPoints)}
          />
        )}
      </View>
      <Button
        id='to-ledger'
        kind='secondary'
        onTap={open('/packages/growth/entries/index?unit=POINTS')}
      >
        每一笔怎样算出来
      </Button>
    </Card>
  )
}

const DAYS_MAX = 24

function Schedule({ me: { expirySchedule: days, expiryRescue: rescue } }: { me: Me }) {
  const rest = days.slice(DAYS_MAX).reduce((sum, { points }) => sum + points, 0)
  return (
    <Card id='schedule' title='哪天到期'>
      {days.length === 0 && <View className='points__soft'>没有会到期的积分。</View>}
      {days.slice(0, DAYS_MAX).map(({ expiresOn, points }) => (
        <Cell
          key={expiresOn}
          label={`${expiresOn.slice(0, 4)}年${formatDay(expiresOn)}`}
          value={<Sum value={points} size='small' tone='points' />}
        />
      ))}
      {rest > 0 && <Cell label='更晚' value={<Sum value={rest} size='small' tone='points' />} />}
      <View className='points__soft'>当天结束前都能用，先到期的先使用。</View>
      {rescue && (
        <Button id='to-rescue' kind='secondary' onTap={open('/packages/mall/wish/index')}>
          {`${formatAmount(rescue.points)}积分${formatDay(rescue.until)}前到期，看看能兑什么`}
        </Button>
      )}
    </Card>
  )
}

const REFUSALS_MAX = 15

/** Why an act gave nothing or less: the limit that held it back. */
function Refusals({ refusals }: { refusals: Me['refusals'] }) {
  return (
    <Card id='refusals' title='最近没有全给的'>
      {groupRefusals(refusals)
        .slice(0, REFUSALS_MAX)
        .map(({ id, title, detail, isPart }) => (
          <Cell key={id} label={title} detail={detail} value={isPart ? '给了一部分' : '没有给'} />
        ))}
    </Card>
  )
}
