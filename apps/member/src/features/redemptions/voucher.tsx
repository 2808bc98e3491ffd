import { View } from '@tarojs/components'
import { useMemo } from 'react'
import { drawQr } from '@/lib/draw-qr'
import { platform } from '@/lib/platform'
import { useLitScreen } from '@/lib/use-lit-screen'
import { usePageShown } from '@/lib/use-shown-query'
import { Card } from '@/ui/card'
import { CodePaper } from '@/ui/code-paper'
import type { Redemption } from './use-redemptions'
import { nextWords, spelled } from './words'

interface VoucherProps {
  redemption: Redemption
  code: string
}

/** What is shown at the counter: the screen is bright while it is there. */
export function Voucher({ redemption, code }: VoucherProps) {
  const { shops } = redemption
  useLitScreen(usePageShown())
  const picture = useMemo(() => drawQr(`EG2.${code}`), [code])
  return (
    <Card className='voucher'>
      <CodePaper id='voucher-qr' picture={picture} label={`兑换码 ${spelled(code)}`} />
      <View id='voucher-code' className='voucher__code'>
        {spelled(code)}
      </View>
      <View className='voucher__next'>{nextWords(redemption)}</View>
      <View className='voucher__shops'>
        {shops.length > 0 ? shops.map(({ name }) => name).join('、') : '所有门店都可以领取'}
      </View>
      {!platform.canBrighten && <View className='voucher__shops'>把屏幕调亮一些，扫码更快</View>}
    </Card>
  )
}
