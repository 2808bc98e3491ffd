import { formatYuan } from '@evergreen/shared/format.ts'
import { View } from '@tarojs/components'
import { formatMoment } from '@/lib/moment'
import { wordsFor } from '@/lib/problem'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Notice } from '@/ui/notice'
import { type PaymentWord, usePayment } from './use-payment'
import type { Redemption } from './use-redemptions'

const WORDS: Record<PaymentWord, string> = {
  waiting: '还没有收到付款结果。付款后通常几秒就到，请稍后再看。',
  busy: '支付服务正忙，请稍后再试。不会重复扣款。',
  cancelled: '这次没有付款。',
  unavailable: '请在微信小程序里打开这笔兑换付款。',
}

/** Set aside and still to be paid: until when, and what happens if not. */
export function ToPay({ redemption }: { redemption: Redemption }) {
  const { id, cashFen, payBy } = redemption
  const { pay, confirm, busy, word, problem } = usePayment(id)
  return (
    <Card id='to-pay' title={`待付款 ${formatYuan(cashFen)}`}>
      <View className='to-pay__about'>
        {payBy === null ? '' : `请在${formatMoment(payBy)}前付款，`}
        逾期会自动取消，积分按原来的有效期退回。
      </View>
      <View>
        {word && (
          <Notice id='payment-word' tone='warn'>
            {WORDS[word]}
          </Notice>
        )}
        {problem && (
          <Notice id='payment-problem' tone='warn'>
            {wordsFor(problem).cause}。再试不会重复扣款。
          </Notice>
        )}
      </View>
      <Button id='pay' waiting={busy} onTap={pay}>
        去付款
      </Button>
      <Button id='confirm-payment' kind='quiet' disabled={busy} onTap={confirm}>
        我已付款，查看结果
      </Button>
    </Card>
  )
}
