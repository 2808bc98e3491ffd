import { formatAmount } from '@evergreen/shared/format.ts'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import type { AdjustAnswer, AdjustWish } from './acts'
import { amountWords } from './words'
import './adjust.scss'

type Done = Extract<AdjustAnswer, { __typename: 'Adjusted' | 'AdjustmentRequested' }>

/** Put right at once, or waiting for a second person. */
export function AdjustEnded({ answer, wish }: { answer: Done; wish: AdjustWish }) {
  const isWaiting = answer.__typename === 'AdjustmentRequested'
  return (
    <Card
      id={isWaiting ? 'adjust-waits' : 'adjusted'}
      title={isWaiting ? '已提交，等待第二人' : '已调整'}
    >
      <View className='adjust__amount'>{amountWords(wish.wish)}</View>
      <View className='adjust__line'>
        {isWaiting
          ? `超过你一天可以单独调整的${formatAmount(answer.ownMax)}，需要另一位同事同意后才生效。`
          : '会员在明细里可以看到原因。'}
      </View>
      <Button id='adjust-done' onTap={() => void Taro.navigateBack()}>
        完成
      </Button>
    </Card>
  )
}
