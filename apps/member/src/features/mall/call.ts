import { formatAmount } from '@evergreen/shared/format.ts'
import { formatMoment } from '../../lib/moment'
import type { Shown } from './standing-words'

export interface Call {
  words: string
  /** Nothing stands in the way. */
  isReady: boolean
  /** A tap would lead nowhere. */
  isShut: boolean
}

const shut = (words: string): Call => ({ words, isReady: false, isShut: true })

/**
 * What the button under an item says: what a tap does, or why there is nothing to do. An order
 * whose answer never came goes before everything: it may be what sold the item out.
 */
export function callFor(item: Shown, isUnanswered = false): Call {
  if (isUnanswered) return { words: '上次的兑换还没有结果', isReady: true, isShut: false }
  switch (item.standing) {
    case 'OPEN':
      return { words: '立即兑换', isReady: true, isShut: false }
    case 'NOT_ENOUGH': {
      const words = `还差${formatAmount(item.missing)}积分，看看怎么攒`
      return { words, isReady: false, isShut: false }
    }
    case 'UPCOMING':
      return shut(item.opensAt === null ? '还没有开放' : `${formatMoment(item.opensAt)}开放`)
    case 'CLOSED':
      return shut('兑换已结束')
    case 'SOLD_OUT':
      return shut('已兑完')
    case 'TIER_LOCKED':
      return shut(`${item.fromTier?.name ?? '更高等级'}会员可兑`)
    case 'LIMIT_REACHED':
      return shut('已达到每人可兑的数量')
  }
}
