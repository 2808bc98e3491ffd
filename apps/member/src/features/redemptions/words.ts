import { formatDay } from '@evergreen/shared/format.ts'
import type { RedemptionState } from '@/generated/graphql'

export const stateWords: Record<RedemptionState, string> = {
  READY: '待领取',
  TO_SHIP: '待寄出',
  SHIPPED: '已寄出',
  HANDED_OVER: '已完成',
  CANCELLED: '已退回',
}

/** What is to be known about it now, in one line. */
export function nextWords(row: { state: RedemptionState; collectBy: string | null }): string {
  switch (row.state) {
    case 'READY':
      return row.collectBy === null ? '到店出示兑换码' : `最晚${formatDay(row.collectBy)}到店领取`
    case 'TO_SHIP':
      return '我们会尽快寄出'
    case 'SHIPPED':
      return '在路上了'
    case 'HANDED_OVER':
      return '已经到你手上'
    case 'CANCELLED':
      return '积分已回到原来的有效期'
  }
}

/** 16 characters in fours, as they are read out. */
export const spelled = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1 ')
