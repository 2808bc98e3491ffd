import { formatYuan } from '@evergreen/shared/format.ts'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { wordsFor } from '@/lib/problem'
import { servedNow } from '@/lib/served'
import { useOnline } from '@/lib/use-online'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Empty } from '@/ui/empty'
import { Problem } from '@/ui/problem'
import { Refusal } from '@/ui/refusal'
import { Skeleton } from '@/ui/skeleton'
import { Unanswered } from '@/ui/unanswered'
import { PreviewSheet } from './preview-sheet'
import { totalOf } from './read-sale'
import { SaleForm } from './sale-form'
import { SaleGains } from './sale-gains'
import { type SaleWish, useSale } from './use-sale'
import { wordsForRefusal } from './words'
import './sale.scss'

const back = () => void Taro.navigateBack()

/** Records a purchase: what was bought, what it brings, “sure”, and the receipt of it. */
export function Sale() {
  const served = servedNow()
  const online = useOnline()
  const { preview, state, record, clear } = useSale()
  const previewed = preview.answer?.__typename === 'OrderRecorded' ? preview.answer : undefined
  const isResumed = state.phase === 'submitting' && !previewed

  if (state.phase === 'decided' && state.answer.__typename === 'OrderRecorded')
    return (
      <Card id='sale-recorded' title='已记录'>
        <View className='sale__member'>{wordsOf(state.wish)}</View>
        <SaleGains id='recorded' recorded={state.answer} />
        <Button id='sale-done' onTap={back}>
          完成
        </Button>
      </Card>
    )
  if (state.phase === 'unknown')
    return (
      <Unanswered
        id='sale'
        title={`${wordsOf(state.wish)}没有收到结果`}
        next='可能已经记上。再试一次是同一笔，不会重复记录。'
        giveUp='先不管'
        onAgain={() => record(state.wish)}
        onGiveUp={clear}
      />
    )
  if (isResumed) return <Skeleton count={2} />
  if (!served)
    return (
      <Empty
        id='nobody-served'
        title='还不知道是哪位会员'
        text='先扫顾客的会员码，再记录消费。'
        action={{ id: 'to-look-up', label: '回到柜台', onTap: back }}
      />
    )
  return (
    <>
      <View id='sale-member' className='sale__member'>
        {served.maskedName} · {served.tierName}
      </View>
      <View>
        <Trouble preview={preview} state={state} />
      </View>
      <SaleForm
        waiting={preview.waiting}
        disabled={!online}
        onSale={(sale) => {
          clear()
          preview.ask({ lookUpId: served.lookUpId, sale })
        }}
      />
      <PreviewSheet
        wish={preview.asked}
        preview={state.phase === 'ready' || state.phase === 'submitting' ? previewed : undefined}
        submitting={state.phase === 'submitting'}
        wasLost={state.phase === 'submitting' && state.wasLost}
        disabled={!online}
        onConfirm={record}
        onClose={preview.clear}
      />
    </>
  )
}

const wordsOf = ({ sale }: SaleWish): string =>
  `小票 ${sale.receiptNo} · ${formatYuan(totalOf(sale))}`

/** Why it was not recorded, by the record itself or already by its preview. */
function Trouble({ preview, state }: Pick<ReturnType<typeof useSale>, 'preview' | 'state'>) {
  if (preview.waiting) return null
  const problem = state.phase === 'refused' ? state.problem : preview.problem
  if (problem) return <Problem {...wordsFor(problem)} />
  const answer = state.phase === 'decided' ? state.answer : preview.answer
  if (!answer || answer.__typename === 'OrderRecorded') return null
  return <Refusal id='sale-refused' {...wordsForRefusal(answer)} />
}
