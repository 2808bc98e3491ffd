import { formatAmount, formatDay, formatSigned } from '@evergreen/shared/format.ts'
import { Text, View } from '@tarojs/components'
import type { EntryQuery } from '@/generated/graphql'
import { formatMoment } from '@/lib/moment'
import { unitNames, unitTones } from '@/lib/units'
import { Cell } from '@/ui/cell'
import { Sum } from '@/ui/sum'
import './receipt.scss'

export type ReceiptEntry = NonNullable<NonNullable<EntryQuery['me']>['entry']>

/** Why this entry is exactly what it is: the sentence, the parts of the sum, the rule. */
export function Receipt({ entry }: { entry: ReceiptEntry }) {
  const { why, unit } = entry
  return (
    <View id='receipt' className='receipt'>
      <View className='receipt__head'>
        <View className='receipt__title'>{entry.title}</View>
        <View>
          <Sum id='amount' value={entry.amount} size='large' tone={unitTones[unit]} signed />
          <Text className={`receipt__unit receipt__unit--${unit.toLowerCase()}`}>
            {unitNames[unit]}
          </Text>
        </View>
        <View id='why' className='receipt__why'>
          {why.sentence}
        </View>
      </View>
      <View className='receipt__tear' />
      <View className='receipt__parts'>
        {why.parts.map(({ label, detail, amount }) => (
          <Cell key={label + detail} label={label} detail={detail} value={formatSigned(amount)} />
        ))}
      </View>
      <View className='receipt__tear' />
      <View className='receipt__parts'>
        <Cell label='时间' value={formatMoment(entry.at)} />
        <Cell label={`变动后${unitNames[unit]}`} value={formatAmount(entry.balanceAfter)} />
        {entry.expiresOn && (
          <Cell
            label='有效期至'
            value={`${entry.expiresOn.slice(0, 4)}年${formatDay(entry.expiresOn)}`}
          />
        )}
        <Cell id='rule' label='依据规则' detail={why.ruleId ?? undefined} value={why.ruleName} />
        <Cell id='version' label='规则版本' value={`第${why.programVersion}版`} />
        <Cell label='流水号' detail={entry.id} />
      </View>
    </View>
  )
}
