import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { RedeemOrder } from '@/generated/graphql'
import { wordsFor } from '@/lib/problem'
import type { WriteState } from '@/lib/use-write'
import { Button } from '@/ui/button'
import { Notice } from '@/ui/notice'
import type { Item } from './use-item'
import type { RedeemAnswer } from './use-redeem'

interface UnansweredProps {
  item: Item
  order: RedeemOrder
  state: WriteState<RedeemAnswer>
  onAgain: () => void
}

/** Nobody can say yet whether it went through: the same order is asked about, never a new one. */
export function Unanswered({ item, order, state, onAgain }: UnansweredProps) {
  return (
    <>
      <View className='bill__order'>{`${item.name} × ${order.quantity}，${order.quote?.points ?? 0}积分`}</View>
      <Notice id='redeem-unknown' tone='warn'>
        {state.phase === 'unknown' ? `${wordsFor(state.problem).cause}，` : ''}
        还不知道是否兑换成功。再确认是同一笔兑换，不会重复扣积分。
      </Notice>
      <Button id='redeem-again' waiting={state.phase === 'confirming'} onTap={onAgain}>
        {state.phase === 'confirming' ? '正在确认…' : '再确认一次'}
      </Button>
      <Button
        id='look-in-redemptions'
        kind='quiet'
        onTap={() => void Taro.navigateTo({ url: '/packages/mall/redemptions/index' })}
      >
        到“我的兑换”查看
      </Button>
    </>
  )
}
