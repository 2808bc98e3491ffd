import { View } from '@tarojs/components'
import { formatMoment } from '@/lib/moment'
import { Tag } from '@/ui/tag'
import type { LookUp } from './use-look-ups'

const HOW = { QR: '扫会员码', SHORT_CODE: '输入短码' } as const

/** Who, where, when, how, and what was shown. */
export function LookUpRow({ lookUp }: { lookUp: LookUp }) {
  const { id, at, how, seen, shopName, staffName } = lookUp
  return (
    <View id={`look-up-${id}`} className='look-up'>
      <View className='look-up__who'>
        <View className='look-up__name'>
          {staffName} · {shopName}
        </View>
        <Tag>{HOW[how]}</Tag>
      </View>
      <View className='look-up__when'>{formatMoment(at)}</View>
      <View className='look-up__seen'>看到了：{seen.join('、')}</View>
    </View>
  )
}
