import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { isUnderWay } from '@/lib/use-write'
import { Button } from '@/ui/button'
import { Notice } from '@/ui/notice'
import { useSetWish } from './use-wish'

const toWish = () => void Taro.navigateTo({ url: '/packages/mall/wish/index' })

/** Makes an item the wish, or leads to the plan for it. */
export function Pin({ itemId, isWish }: { itemId: string; isWish: boolean }) {
  const { state, pin } = useSetWish()
  if (isWish) {
    return (
      <Button id='to-wish' kind='quiet' onTap={toWish}>
        已设为心愿，看看计划
      </Button>
    )
  }
  const isLost = state.phase === 'unknown' || state.phase === 'refused'
  return (
    <>
      <View>{isLost && <Notice tone='warn'>没有设成，请再试一次。</Notice>}</View>
      <Button id='pin' kind='quiet' waiting={isUnderWay(state)} onTap={() => pin(itemId)}>
        设为心愿，看看何时能兑
      </Button>
    </>
  )
}
