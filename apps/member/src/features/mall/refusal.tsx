import { formatSigned } from '@evergreen/shared/format.ts'
import { View } from '@tarojs/components'
import type { RedeemPreviewQuery } from '@/generated/graphql'
import { Cell } from '@/ui/cell'
import { Notice } from '@/ui/notice'
import type { RedeemAnswer } from './use-redeem'

type AnyAnswer = RedeemAnswer | RedeemPreviewQuery['redeemPreview']

/** Why it was not redeemed: nothing was charged. With too few points, the ways to more of them. */
export function Refusal({ refusal }: { refusal: AnyAnswer }) {
  if (refusal.__typename === 'Redeemed' || refusal.__typename === 'RedeemPreview') return null
  return (
    <View>
      <Notice id='redeem-refused' tone='warn'>
        {refusal.__typename === 'KeyReused'
          ? '这次没有兑换，也没有扣积分，请再试一次。'
          : `${refusal.message}，没有扣积分。`}
      </Notice>
      {refusal.__typename === 'NotEnoughPoints' && refusal.ways.length > 0 && (
        <View id='ways'>
          <View className='bill__ways'>这样可以攒到</View>
          {refusal.ways.map(({ text, points }) => (
            <Cell key={text} label={text} value={formatSigned(points)} />
          ))}
        </View>
      )}
    </View>
  )
}
