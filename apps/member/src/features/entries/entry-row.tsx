import { formatDay, formatSigned } from '@evergreen/shared/format.ts'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { EntryKind, EntryRowFragment } from '@/generated/graphql'
import { unitNames, unitTones } from '@/lib/units'
import { accessible } from '@/ui/accessible'
import { Touchable } from '@/ui/touchable'
import './entry-row.scss'

/** One character for each kind of line; the title says it in full. */
const marks: Record<EntryKind, string> = {
  EARN: '得',
  SPEND: '用',
  RETURN: '退',
  EXPIRE: '期',
  CLAWBACK: '扣',
  SHORTFALL: '欠',
  REPAY: '抵',
  ADJUST: '调',
}

/** One line of the ledger; it opens to its receipt. */
export function EntryRow({ entry }: { entry: EntryRowFragment }) {
  // What comes in has the colour of its unit, what goes out none; what is owed is red.
  const tone = entry.amount > 0 ? unitTones[entry.unit] : 'out'
  return (
    <Touchable
      id={`entry-${entry.id}`}
      className='entry-row'
      onTap={() => void Taro.navigateTo({ url: `/packages/growth/entry/index?id=${entry.id}` })}
    >
      <View
        className={`entry-row__mark entry-row__mark--${tone}`}
        {...accessible({ hidden: true })}
      >
        {marks[entry.kind]}
      </View>
      <View className='entry-row__words'>
        <View>{entry.title}</View>
        <View className='entry-row__day'>{formatDay(entry.day)}</View>
      </View>
      <View className={`entry-row__sum entry-row__sum--${tone}`}>
        {`${formatSigned(entry.amount)} ${unitNames[entry.unit]}`}
      </View>
    </Touchable>
  )
}
