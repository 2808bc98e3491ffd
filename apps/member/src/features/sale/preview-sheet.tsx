import { formatYuan } from '@evergreen/shared/format.ts'
import { Button } from '@/ui/button'
import { Cell } from '@/ui/cell'
import { Sheet } from '@/ui/sheet'
import { totalOf } from './read-sale'
import { SaleGains } from './sale-gains'
import type { Recorded, SaleWish } from './use-sale'

interface PreviewSheetProps {
  wish: SaleWish | undefined
  preview: Recorded | undefined
  submitting: boolean
  /** An answer was lost, and the same is being sent again. */
  wasLost: boolean
  disabled: boolean
  onConfirm: (wish: SaleWish) => void
  onClose: () => void
}

/** The last look before it counts: what is recorded, and what the server says it brings. */
export function PreviewSheet(props: PreviewSheetProps) {
  const { wish, preview, submitting, wasLost, disabled, onConfirm, onClose } = props
  const close = () => {
    if (!submitting) onClose()
  }
  return (
    <Sheet id='sale-preview' open={Boolean(wish && preview)} title='确认这笔消费' onClose={close}>
      {wish && preview && (
        <>
          <Cell label='小票号' value={wish.sale.receiptNo} />
          <Cell label='实付' value={formatYuan(totalOf(wish.sale))} />
          {wish.sale.notEarningFen > 0 && (
            <Cell label='礼品卡部分' value={formatYuan(wish.sale.notEarningFen)} />
          )}
          <SaleGains id='preview' recorded={preview} />
          <Button
            id='record-sale'
            waiting={submitting}
            disabled={disabled}
            onTap={() => onConfirm(wish)}
          >
            {wasLost ? '正在确认…' : '确认记录'}
          </Button>
        </>
      )}
    </Sheet>
  )
}
