import { View } from '@tarojs/components'
import { useState } from 'react'
import { RemindOfStockDocument, type RemindOfStockMutation } from '@/generated/graphql'
import { platform } from '@/lib/platform'
import { send } from '@/lib/transport'
import { askAllAgain } from '@/lib/use-answer'
import { isUnderWay, useWrite } from '@/lib/use-write'
import { Button } from '@/ui/button'
import { Notice } from '@/ui/notice'
import type { Item } from './use-item'

/** For what is sold out: told once when it is there again, by a message the member says yes to. */
export function RemindMe({ item }: { item: Item }) {
  const { id: itemId, isReminded, reminderTemplate } = item
  const [refused, setRefused] = useState(false)
  const { state, begin } = useWrite<RemindOfStockMutation['remindOfStock']>({
    hat: 'member',
    name: `remind/${itemId}`,
    send: async (key) => (await send(RemindOfStockDocument, { itemId, key })).remindOfStock,
    decided: askAllAgain,
  })
  if (isReminded)
    return (
      <Notice id='reminded' tone='good'>
        到货后会提醒你一次。
      </Notice>
    )
  // The platform opens its question only in the tap itself.
  const ask = async (template: string) => {
    const isAllowed = await platform.askToNotify(template)
    setRefused(!isAllowed)
    if (isAllowed) begin(itemId)
  }
  if (!platform.canNotify || reminderTemplate === null)
    return (
      <Button id='sold-out' disabled>
        已兑完
      </Button>
    )
  const isLost = state.phase === 'unknown' || state.phase === 'refused'
  return (
    <>
      <View>
        {isLost && <Notice tone='warn'>没有设成，请再试一次。</Notice>}
        {refused && <Notice tone='warn'>没有允许发送消息，到货时就不会提醒。</Notice>}
      </View>
      <Button
        id='remind-me'
        kind='secondary'
        waiting={isUnderWay(state)}
        onTap={() => void ask(reminderTemplate)}
      >
        到货提醒我
      </Button>
    </>
  )
}
