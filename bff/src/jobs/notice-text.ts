import { formatAmount, formatDay } from '@evergreen/shared/format.ts'
import type { Notice } from '../model.ts'
import type { Program } from '../program/program.ts'
import { tierById } from '../program/program.ts'

/** What a notice says, short enough for a subscribe message. */
export function noticeText(notice: Notice, program: Program): string {
  switch (notice.kind) {
    case 'tier-reached':
      return `恭喜升级为${tierById(program, notice.tierId).name}`
    case 'badge-awarded': {
      const badge = program.badges.find((row) => row.id === notice.badgeId)
      return `获得徽章「${badge?.name ?? notice.badgeId}」`
    }
    case 'points-ending':
      return `${formatAmount(notice.points)}积分${formatDay(notice.expiresOn)}到期`
    case 'tier-ending':
      return `保级还差${formatAmount(notice.growthLeft)}成长值，剩${notice.inDays}天`
    case 'restocked':
      return `「${notice.itemName}」到货了`
    case 'gain-held':
      return '有一笔奖励正在核实，可查看原因'
    case 'tier-lowered':
      return `等级调整为${tierById(program, notice.tierId).name}`
  }
}

/** Where a tap on a notice leads. */
export const noticePage = (notice: Notice): string =>
  notice.kind === 'restocked' ? `packages/mall/item/index?id=${notice.itemId}` : 'pages/home/index'
