import { formatDay, formatSigned } from '@evergreen/shared/format.ts'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { EntryRowFragment } from '@/generated/graphql'
import { unitNames } from '@/lib/units'
import { Touchable } from '@/ui/touchable'
import './entry-row.scss'

/** One line of the ledger; it opens to its receipt. */
export function EntryRow({ entry }: { entry: EntryRowFragment }) {
  return (
    <Touchable
      id={`entry-${entry.id}`}
      className='entry-row'
      onTap={() => void Taro.navigateTo({ url: `/packages/growth/entry/index?id=${entry.id}` })}
    >
      <View className='entry-row__words'>
        <View>{entry.title}</View>
        <View className='entry-row__day'>{formatDay(entry.day)}</View>
      </View>
      <View className={`entry-row__sum entry-row__sum--${entry.unit.toLowerCase()}`}>
        {`${formatSigned(entry.amount)} ${unitNames[entry.unit]}`}
      </View>
    </Touchable>
  )
}
