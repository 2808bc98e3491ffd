import { formatDay, formatYuan } from '@evergreen/shared/format.ts'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { formatMoment } from '@/lib/moment'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Notice } from '@/ui/notice'
import { Tag } from '@/ui/tag'
import type { Coupon, Redemption } from './acts'
import { shopNames, stateWords } from './words'
import './hand-over.scss'

interface RedemptionCardProps {
  redemption: Redemption
  onHandOver: () => void
  waiting: boolean
  disabled: boolean
  children?: ReactNode
}

/** Something to pick up: what, how many, for whom, until when. */
export function RedemptionCard(props: RedemptionCardProps) {
  const { redemption, onHandOver, waiting, disabled, children } = props
  const { itemName, quantity, state, isHere, collectBy, maskedName, shops, handedOver } = redemption
  return (
    <Card id='redemption' title='兑换的礼品' aside={<Tag>{stateWords[state]}</Tag>}>
      <View className='voucher__name'>
        {itemName} × {quantity}
      </View>
      <View className='voucher__line'>兑换人：{maskedName}</View>
      {collectBy && <View className='voucher__line'>最晚{formatDay(collectBy)}领取</View>}
      {handedOver && (
        <Notice id='handed-over-before' tone='bad'>
          {formatMoment(handedOver.at)}已在{handedOver.shopName}交付，不能再领
        </Notice>
      )}
      {!isHere && state === 'READY' && (
        <Notice id='not-here' tone='bad'>
          不在这家店领取，请顾客到{shopNames(shops)}
        </Notice>
      )}
      <View className='voucher__acts'>
        {state === 'READY' && isHere && (
          <Button id='hand-over' waiting={waiting} disabled={disabled} onTap={onHandOver}>
            确认交付
          </Button>
        )}
        {children}
      </View>
    </Card>
  )
}

interface CouponCardProps {
  coupon: Coupon
  waiting: boolean
  disabled: boolean
  onUse: () => void
}

/** A coupon: what it is worth, from which amount, until when. */
export function CouponCard({ coupon, waiting, disabled, onUse }: CouponCardProps) {
  const { terms, expiresOn } = coupon
  return (
    <Card id='coupon' title='优惠券'>
      <View className='voucher__name'>{terms.name}</View>
      <View className='voucher__line'>{terms.summary}</View>
      {terms.minNetFen > 0 && (
        <View className='voucher__line'>满{formatYuan(terms.minNetFen)}可用，请先核对金额</View>
      )}
      <View className='voucher__line'>最晚{formatDay(expiresOn)}使用</View>
      <View className='voucher__acts'>
        <Button id='use-coupon' waiting={waiting} disabled={disabled} onTap={onUse}>
          确认用券
        </Button>
      </View>
    </Card>
  )
}
