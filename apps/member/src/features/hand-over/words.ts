import { never } from '@evergreen/shared/assert.ts'
import { formatDay } from '@evergreen/shared/format.ts'
import type { RedemptionState } from '@/generated/graphql'
import { formatMoment } from '@/lib/moment'
import type { CouponAnswer, CouponUndoAnswer, HandOverAnswer, UndoAnswer } from './acts'

export interface Words {
  readonly title: string
  readonly next: string
}

export const stateWords: Readonly<Record<RedemptionState, string>> = {
  RESERVED: '还没有付款',
  READY: '可以领取',
  TO_SHIP: '等待发货',
  SHIPPED: '已发货',
  HANDED_OVER: '已交付',
  CANCELLED: '已取消',
}

export const shopNames = (shops: readonly { name: string }[]): string =>
  shops.map(({ name }) => name).join('、')

/** The same “no” for both kinds of code. */
export const unknown: Words = {
  title: '没有找到这个码',
  next: '请核对16位字母和数字，或请顾客刷新后再扫。',
}
const nothing: Words = { title: '这次没有办理', next: '请返回后重新扫码。' }

/** Each “no” to handing over, with what to tell the customer. */
export function wordsForHandOver(
  refused: Exclude<HandOverAnswer, { __typename: 'HandedOver' }>,
): Words {
  switch (refused.__typename) {
    case 'AlreadyHandedOver':
      return {
        title: '这份兑换已经交付',
        next: `${formatMoment(refused.at)}在${refused.shopName || '门店'}领取，不能再领。`,
      }
    case 'WrongShop':
      return {
        title: '不在这家店领取',
        next: `请顾客到${shopNames(refused.shops)}领取。`,
      }
    case 'VoucherExpired':
      return {
        title: '已过领取期限',
        next: `最晚${formatDay(refused.collectBy)}领取，积分会退回给顾客。`,
      }
    case 'RedemptionNotReady':
      return {
        title: '这份兑换现在不能交付',
        next: `它的状态是：${stateWords[refused.state]}。`,
      }
    case 'VoucherUnknown':
      return unknown
    case 'KeyReused':
      return nothing
    default:
      return never(refused)
  }
}

/** Each “no” to using a coupon up. */
export function wordsForCoupon(
  refused: Exclude<CouponAnswer, { __typename: 'CouponRedeemed' }>,
): Words {
  switch (refused.__typename) {
    case 'CouponUsed':
      return {
        title: '这张券已使用',
        next: refused.order ? `用在订单 ${refused.order} 上。` : '已在柜台用掉，不能再用。',
      }
    case 'CouponTaken':
      return {
        title: '这张券正在另一笔订单中使用',
        next: `${formatMoment(refused.reservedUntil)}以后没有用掉才可再用。`,
      }
    case 'CouponExpired':
      return { title: '这张券已过期', next: `最晚${formatDay(refused.expiresOn)}使用。` }
    case 'CouponVoid':
      return { title: '这张券已作废', next: '请顾客在优惠券里选另一张。' }
    case 'CouponUnknown':
      return unknown
    case 'KeyReused':
      return nothing
    default:
      return never(refused)
  }
}

/** Each “no” to taking a hand-over back. */
export function wordsForUndo(
  refused: Exclude<UndoAnswer, { __typename: 'HandOverUndone' }>,
): Words {
  switch (refused.__typename) {
    case 'TooLateToUndo':
      return {
        title: '已超过可以撤销的时间',
        next: `${formatMoment(refused.handedOverAt)}交付，现在只能由运营处理。`,
      }
    case 'ManagerNeeded':
      return { title: '需要店长操作', next: '请店长登录后撤销。' }
    case 'RedemptionUnknown':
      return { title: '不是在这家店交付的', next: '请联系交付的那家店的店长。' }
    case 'NothingToUndo':
      return { title: '没有可以撤销的交付', next: '它可能已经撤销，请重新扫码查看。' }
    case 'KeyReused':
      return nothing
    default:
      return never(refused)
  }
}

/** Each “no” to giving a coupon back. */
export function wordsForCouponUndo(
  refused: Exclude<CouponUndoAnswer, { __typename: 'CouponUndone' }>,
): Words {
  switch (refused.__typename) {
    case 'TooLateToUndo':
      return {
        title: '已超过可以撤销的时间',
        next: `${formatMoment(refused.handedOverAt)}用掉，现在只能由运营处理。`,
      }
    case 'ManagerNeeded':
      return { title: '需要店长操作', next: '请店长登录后撤销。' }
    case 'CouponUnknown':
      return { title: '不是在这家店用掉的', next: '请联系用券的那家店的店长。' }
    case 'NothingToUndo':
      return { title: '没有可以撤销的用券', next: '它可能已经撤销，或是用在订单上：请改为退款。' }
    case 'KeyReused':
      return nothing
    default:
      return never(refused)
  }
}
