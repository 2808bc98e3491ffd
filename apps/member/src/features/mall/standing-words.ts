import { formatAmount } from '@evergreen/shared/format.ts'
import { formatMoment } from '../../lib/moment'

/** How an item stands for whoever looks, as the BFF says it. */
export interface Shown {
  standing:
    | 'OPEN'
    | 'UPCOMING'
    | 'CLOSED'
    | 'SOLD_OUT'
    | 'TIER_LOCKED'
    | 'LIMIT_REACHED'
    | 'NOT_ENOUGH'
  missing: number
  isLow: boolean
  left: number
  opensAt: number | null
  fromTier: { name: string } | null
}

/** How an item stands for whoever looks, in a few words; undefined when nothing is in the way. */
export function standingWords(item: Shown): string | undefined {
  switch (item.standing) {
    case 'UPCOMING':
      return `${item.opensAt === null ? '稍后' : formatMoment(item.opensAt)}开放`
    case 'CLOSED':
      return '已结束'
    case 'SOLD_OUT':
      return '已兑完'
    case 'TIER_LOCKED':
      return `${item.fromTier?.name ?? '更高等级'}可兑`
    case 'LIMIT_REACHED':
      return '已达上限'
    case 'NOT_ENOUGH':
      return `还差${formatAmount(item.missing)}积分`
    case 'OPEN':
      return item.isLow ? `仅剩${item.left}件` : undefined
  }
}

/** One character that stands for a thing where there is no picture of it: its first. */
export const markOf = ({ name }: { name: string }): string => [...name][0] ?? ''

export const priceReasons = {
  BASE: undefined,
  TIER: '等级价',
  MEMBER_DAY: '会员日价',
} as const satisfies Record<string, string | undefined>

/** Nothing the member does today changes that. */
export const isOut = ({ standing }: Pick<Shown, 'standing'>): boolean =>
  standing === 'SOLD_OUT' || standing === 'CLOSED'
