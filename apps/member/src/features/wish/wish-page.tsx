import { formatAmount, formatDay, formatSigned } from '@evergreen/shared/format.ts'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { wordsFor } from '@/lib/problem'
import { askToSignIn } from '@/lib/sign-in-door'
import { isUnderWay } from '@/lib/use-write'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Cell } from '@/ui/cell'
import { Empty } from '@/ui/empty'
import { Price } from '@/ui/price'
import { Problem } from '@/ui/problem'
import { Skeleton } from '@/ui/skeleton'
import { Timeline } from '@/ui/timeline'
import { groupSteps } from './group-steps'
import { type Rescue, useSetWish, useWish, type Wish } from './use-wish'
import './wish.scss'

const toItem = (id: string) => () =>
  void Taro.navigateTo({ url: `/packages/mall/item/index?id=${id}` })
const toMall = () => void Taro.switchTab({ url: '/pages/mall/index' })

/** What is wished for and how to come to it, and what points that end soon can still become. */
export function WishPage() {
  const { signedIn, answer, problem, waiting, refresh } = useWish()
  if (!signedIn) {
    return (
      <Empty
        title='登录后许个心愿'
        text='选一件想要的，我们按现在的规则告诉你最早哪天能兑。'
        action={{ id: 'join', label: '登录', onTap: askToSignIn }}
      />
    )
  }
  if (waiting) return <Skeleton count={2} />
  if (problem && !answer) return <Problem {...wordsFor(problem)} onRetry={refresh} />
  const { wish, expiryRescue } = answer?.me ?? { wish: null, expiryRescue: null }
  return (
    <>
      <View>
        {wish ? (
          <Wished wish={wish} />
        ) : (
          <Empty
            id='no-wish'
            title='还没有心愿'
            text='在商城里选一件设为心愿，这里会写明最早哪天能兑、每天做什么。'
            action={{ id: 'to-mall', label: '去商城看看', onTap: toMall }}
          />
        )}
      </View>
      <View>{expiryRescue && <ToRescue rescue={expiryRescue} />}</View>
    </>
  )
}

function Wished({ wish }: { wish: Wish }) {
  const { item, plan, ways } = wish
  const { state, unpin } = useSetWish()
  return (
    <>
      <Card id='wish' title={item.name}>
        <Price price={item.price} size='large' />
        <View id='wish-when' className='wish__when'>
          {whenWords(wish)}
        </View>
        <Button id='to-item' onTap={toItem(item.id)}>
          {plan?.inDays === 0 ? '现在就去兑换' : '看看这件'}
        </Button>
        <Button id='unpin' kind='quiet' waiting={isUnderWay(state)} onTap={unpin}>
          取消心愿
        </Button>
      </Card>
      <View>
        {plan && plan.steps.length > 0 && (
          <Card id='plan' title='最快的计划'>
            <Timeline steps={groupSteps(plan.steps)} />
            <View className='wish__note'>按现在的规则推算；只算你自己就能做到的，消费会更快。</View>
          </Card>
        )}
      </View>
      <View>
        {ways.length > 0 && plan?.inDays !== 0 && (
          <Card title='这样会更快'>
            {ways.map(({ text, points }) => (
              <Cell key={text} label={text} value={formatSigned(points)} />
            ))}
          </Card>
        )}
      </View>
    </>
  )
}

function whenWords({ plan, withinDays, item }: Wish): string {
  if (!plan) return `只靠签到和任务，${withinDays}天内还到不了`
  if (plan.inDays === 0) return '积分已经够了'
  const missing = item.missing > 0 ? `还差${formatAmount(item.missing)}积分，` : ''
  return `${missing}最早${formatDay(plan.reachedOn)}可以兑换（${plan.inDays}天后）`
}

/** Never a hurry that is not there: without points that end soon there is no such card. */
function ToRescue({ rescue: { points, until, items } }: { rescue: Rescue }) {
  return (
    <Card id='rescue' title='快到期的积分'>
      <View className='wish__note'>
        {`${formatAmount(points)}积分将在${formatDay(until)}前陆续到期。`}
        {items.length > 0 ? '还来得及变成：' : '目前没有兑得到的，消费时会先用这些积分。'}
      </View>
      {items.map(({ saves, from, item }) => (
        <Cell
          key={item.id}
          id={`rescue-${item.id}`}
          label={item.name}
          detail={`用掉其中${formatAmount(saves)}积分 · ${formatDay(from)}起可兑`}
          value={<Price price={item.price} />}
          onTap={toItem(item.id)}
        />
      ))}
    </Card>
  )
}
