import { formatAmount, formatDay, formatYuan } from '@evergreen/shared/format.ts'
import { View } from '@tarojs/components'
import type { RedeemPreviewQuery } from '@/generated/graphql'
import { Cell } from '@/ui/cell'

export type Bill = Extract<RedeemPreviewQuery['redeemPreview'], { __typename: 'RedeemPreview' }>

/** What it costs, which points go, and what is left: from the server, before anything is paid. */
export function BillView({ bill }: { bill: Bill }) {
  return (
    <View className='bill'>
      <Cell id='bill-points' label='使用积分' value={formatAmount(bill.points)} />
      {bill.cashFen > 0 && <Cell id='bill-cash' label='另付' value={formatYuan(bill.cashFen)} />}
      <Cell
        id='bill-after'
        label='兑换后剩余'
        detail={bill.points > 0 ? `先用${bill.lots.map(lotWords).join('、')}` : undefined}
        value={formatAmount(bill.pointsAfter)}
      />
    </View>
  )
}

const lotWords = ({ points, expiresOn }: Bill['lots'][number]): string =>
  expiresOn === null ? `长期有效的${points}` : `${formatDay(expiresOn)}到期的${points}`
