import Taro from '@tarojs/taro'
import { formatMoment } from '@/lib/moment'
import { Card } from '@/ui/card'
import { Cell } from '@/ui/cell'

interface LastLookUpProps {
  lookUp: { at: number; shopName: string; staffName: string } | undefined
}

/** One line about the latest look-up, and the way to all of them. */
export function LastLookUp({ lookUp }: LastLookUpProps) {
  const detail = lookUp
    ? `${formatMoment(lookUp.at)} · ${lookUp.shopName} · ${lookUp.staffName}`
    : '还没有店员查过你'
  return (
    <Card>
      <Cell
        id='last-look-up'
        label='谁查过我'
        detail={detail}
        onTap={() => void Taro.navigateTo({ url: '/packages/account/look-ups/index' })}
      />
    </Card>
  )
}
