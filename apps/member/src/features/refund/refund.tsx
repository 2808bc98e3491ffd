import { formatYuan } from '@evergreen/shared/format.ts'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { wordsFor } from '@/lib/problem'
import { useOnline } from '@/lib/use-online'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Problem } from '@/ui/problem'
import { Refusal } from '@/ui/refusal'
import { Sheet } from '@/ui/sheet'
import { Skeleton } from '@/ui/skeleton'
import { Unanswered } from '@/ui/unanswered'
import { OrderCard } from './order-card'
import { ReceiptEntry } from './receipt-entry'
import { SlipLines } from './slip-lines'
import { type RefundWish, useRefund } from './use-refund'
import { wordsForRefusal } from './words'

/** Finds the receipt, chooses what goes back, shows the slip, and only then takes it back. */
export function Refund() {
  const online = useOnline()
  const { order, slip, refund } = useRefund()
  const { state, submit, clear } = refund
  const found = order.answer?.orderByReceipt ?? undefined
  const shown = slip.answer?.__typename === 'RefundSlip' ? slip.answer : undefined

  if (state.phase === 'decided' && state.answer.__typename === 'OrderRefunded')
    return (
      <Card id='refunded' title={`已退款 ${formatYuan(fenOf(state.wish))}`}>
        <SlipLines id='refunded' slip={state.answer.slip} order={found} />
        <Button id='refund-done' onTap={() => void Taro.navigateBack()}>
          完成
        </Button>
      </Card>
    )
  if (state.phase === 'unknown')
    return (
      <Unanswered
        id='refund'
        title={`退款${formatYuan(fenOf(state.wish))}没有收到结果`}
        next='可能已经退了。再试一次是同一笔，不会重复退款。'
        giveUp='先不管'
        onAgain={() => submit(state.wish)}
        onGiveUp={clear}
      />
    )
  if (state.phase === 'submitting' && !shown) return <Skeleton count={2} />
  return (
    <>
      <View>
        <Trouble refunding={{ order, slip, refund }} />
      </View>
      <ReceiptEntry
        waiting={order.waiting}
        disabled={!online}
        onReceipt={(receiptNo) => {
          slip.clear()
          clear()
          order.ask({ receiptNo })
        }}
      />
      <View>
        {found && (
          <OrderCard
            key={found.id}
            order={found}
            waiting={slip.waiting}
            disabled={!online}
            onWish={(wish) => {
              clear()
              slip.ask(wish)
            }}
          />
        )}
      </View>
      <Sheet
        id='refund-slip'
        open={Boolean(shown) && (state.phase === 'ready' || state.phase === 'submitting')}
        title='退款单'
        onClose={() => {
          if (state.phase !== 'submitting') slip.clear()
        }}
      >
        {shown && slip.asked && (
          <>
            <SlipLines id='slip' slip={shown} order={found} />
            <Button
              id='confirm-refund'
              waiting={state.phase === 'submitting'}
              disabled={!online}
              onTap={() => slip.asked && submit(slip.asked)}
            >
              {state.phase === 'submitting' && state.wasLost
                ? '正在确认…'
                : `确认退款 ${formatYuan(fenOf(slip.asked))}`}
            </Button>
          </>
        )}
      </Sheet>
    </>
  )
}

const fenOf = ({ lines }: RefundWish): number => lines.reduce((sum, { netFen }) => sum + netFen, 0)

/** Why there is no order, no slip or no refund. */
function Trouble({ refunding }: { refunding: ReturnType<typeof useRefund> }) {
  const { order, slip, refund } = refunding
  const { state } = refund
  if (order.waiting || slip.waiting) return null
  const problem =
    (state.phase === 'refused' ? state.problem : undefined) ?? slip.problem ?? order.problem
  if (problem) return <Problem {...wordsFor(problem)} />
  if (state.phase === 'decided' && state.answer.__typename !== 'OrderRefunded')
    return <Refusal id='refund-refused' {...wordsForRefusal(state.answer)} />
  if (slip.answer && slip.answer.__typename !== 'RefundSlip')
    return <Refusal id='refund-refused' {...wordsForRefusal(slip.answer)} />
  if (order.answer && !order.answer.orderByReceipt)
    return (
      <Refusal
        id='order-unknown'
        title='本店没有这张小票'
        next='请核对小票号，或到开票的门店办理。'
      />
    )
  return null
}
