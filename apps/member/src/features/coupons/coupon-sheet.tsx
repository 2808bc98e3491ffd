import { formatDay } from '@evergreen/shared/format.ts'
import { View } from '@tarojs/components'
import { useMemo } from 'react'
import { drawQr } from '@/lib/draw-qr'
import { useLitScreen } from '@/lib/use-lit-screen'
import { usePageShown } from '@/lib/use-shown-query'
import { CodePaper } from '@/ui/code-paper'
import { Sheet } from '@/ui/sheet'
import type { Coupon } from './use-coupons'

interface CouponSheetProps {
  coupon: Coupon
  onClose: () => void
}

/** What is shown at the counter; everything else lies under the veil. */
export function CouponSheet({ coupon, onClose }: CouponSheetProps) {
  const { code, definition, expiresOn } = coupon
  const spelled = code.replace(/(.{4})(?=.)/g, '$1 ')
  useLitScreen(usePageShown())
  const picture = useMemo(() => drawQr(code), [code])
  return (
    <Sheet id='coupon' open title={definition.name} text={definition.summary} onClose={onClose}>
      <View className='coupon'>
        <CodePaper id='coupon-qr' picture={picture} label={`券码 ${spelled}`} />
        <View id='coupon-code' className='coupon__code'>
          {spelled}
        </View>
        <View className='coupon__until'>{`有效至${formatDay(expiresOn)}，到店出示即可`}</View>
      </View>
    </Sheet>
  )
}
