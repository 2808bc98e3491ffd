import { never } from '@evergreen/shared/assert.ts'
import { formatMoment } from '@/lib/moment'
import type { NotRecorded } from './use-sale'

export interface Words {
  readonly title: string
  readonly next: string
}

/** Each “no” to a purchase with its next step. */
export function wordsForRefusal(refused: NotRecorded): Words {
  switch (refused.__typename) {
    case 'ReceiptTaken': {
      const { by, at } = refused.recorded
      const who = by === '' ? '' : `由${by}`
      return {
        title: `小票 ${refused.receiptNo} 已经记过`,
        next: `${who}记于${formatMoment(at)}。请核对小票号，同一张小票不会记两次。`,
      }
    }
    case 'BadOrder':
      return refused.field === 'receiptNo'
        ? { title: '小票号不对', next: '只能有字母、数字和 . _ -，最多64位。' }
        : { title: '金额不对', next: '请核对后再试。' }
    case 'LookUpTooOld':
      return { title: '扫码已超过10分钟', next: '这笔没有记录。请顾客再出示一次会员码。' }
    case 'LookUpUnknown':
      return { title: '还不知道是哪位会员', next: '这笔没有记录。请先扫顾客的会员码。' }
    case 'HoldUnknown':
    case 'KeyReused':
      return { title: '这笔没有记录', next: '请返回后重新记一次。' }
    default:
      return never(refused)
  }
}
