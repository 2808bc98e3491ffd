import { never } from '@evergreen/shared/assert.ts'
import { formatYuan } from '@evergreen/shared/format.ts'
import type { NotRefunded } from './use-refund'

export interface Words {
  readonly title: string
  readonly next: string
}

/** Each “no” to a refund with its next step. */
export function wordsForRefusal(refused: NotRefunded): Words {
  switch (refused.__typename) {
    case 'RefundTooLarge':
      return {
        title: '退款金额超过这一项剩余的金额',
        next: `这一项还可退${formatYuan(refused.leftFen)}，可能刚有人退过。`,
      }
    case 'RefundEmpty':
      return { title: '没有可退的商品', next: '这张小票可能已经退完。' }
    case 'OrderUnknown':
      return { title: '没有找到这笔订单', next: '只能退本店的小票，请核对小票号。' }
    case 'BadRefund':
    case 'KeyReused':
      return { title: '这次没有退款', next: '请重新查找小票后再试。' }
    default:
      return never(refused)
  }
}
