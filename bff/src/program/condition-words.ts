import { formatDay, formatYuan } from '@evergreen/shared/format.ts'
import type { Fact } from '../fact.ts'
import type { Condition, Period, Program } from './program.ts'

type Words<K extends keyof Condition> = (
  wanted: NonNullable<Condition[K]>,
  program: Program,
) => string

/** What is said when a condition does not hold; one line for each that a row may name. */
const words: { readonly [K in keyof Condition]-?: Words<K> } = {
  minStreakDays: (days) => `连续签到还没到${days}天`,
  everyStreakDays: (days) => `连续签到的天数不是${days}的倍数`,
  dayOfMonth: (day) => `不是每月${day}日`,
  from: (from) => `${formatDay(from)}才开始`,
  until: (until) => `${formatDay(until)}已结束`,
  invited: () => '不是好友邀请入会',
  birthdayMonth: () => '不是生日当月，或还没有填写生日',
  tierId: (tierId, { tiers }) => `到达的等级不是${nameOf(tiers, tierId)}`,
  tierIds: (tierIds, { tiers }) =>
    `等级不是${tierIds.map((tierId) => nameOf(tiers, tierId)).join('或')}`,
  inGrace: () => '不在保级期',
  joinedWithinDays: (days) => `入会已满${days}天`,
  badgeId: (badgeId, { badges }) => `获得的不是徽章「${nameOf(badges, badgeId)}」`,
  ruleId: (ruleId, { rules }) => `完成的不是「${nameOf(rules, ruleId)}」`,
  channel: (channel) => (channel === 'shop' ? '不是到店消费' : '不是线上消费'),
  shopIds: () => '不是参加活动的门店',
  minNetFen: (fen) => `计入的金额不到${formatYuan(fen)}`,
  categories: () => '没有参加活动的商品',
  boardIds: (ids, { leaderboards }) =>
    `不是${ids.map((id) => nameOf(leaderboards, id)).join('或')}`,
  maxRank: (rank) => `名次不在前${rank}名`,
  promoted: () => '没有晋级',
}

/** Why a condition of a row does not hold, in a member's words. */
export const conditionWords = (where: Condition, name: keyof Condition, program: Program): string =>
  (words[name] as Words<never>)(where[name] as never, program)

const nameOf = (rows: readonly { id: string; name: string }[], id: string): string =>
  rows.find((row) => row.id === id)?.name ?? id

export const everyPeriod: Readonly<Record<Period, string>> = {
  day: '每日',
  week: '每周',
  month: '每月',
  season: '每季',
  year: '每年',
  ever: '总共',
}

/** What happened, in a word. */
export const factNames: Readonly<Record<Fact['kind'], string>> = {
  joined: '入会',
  'checked-in': '签到',
  'made-up': '补签',
  'order-paid': '消费',
  'order-received': '确认收货',
  'order-refunded': '退款',
  'article-read': '阅读文章',
  commented: '评论',
  'content-posted': '发布内容',
  'like-received': '获赞',
  'review-written': '写评价',
  'store-visited': '到店',
  'shared-product-bought': '分享的商品被购买',
  'friend-joined': '好友入会',
  'friend-qualified': '好友首单',
  'friend-grew': '好友成长',
  'birthday-set': '填写生日',
  'task-joined': '参加任务',
  'task-claimed': '领取任务奖励',
  'points-held': '积分冻结',
  'hold-captured': '积分使用',
  'hold-released': '积分解冻',
  'spend-returned': '积分退回',
  adjusted: '人工调整',
  'tier-granted': '开通等级',
  'badge-revoked': '收回徽章',
  'benefit-used': '使用权益',
  'coupon-granted': '发放优惠券',
  'quarantine-released': '核实通过',
  'quarantine-rejected': '核实未通过',
  'season-closed': '榜单结算',
  left: '注销会员',
  clock: '时间过去',
  'badge-awarded': '获得徽章',
  'tier-reached': '升级',
  'task-completed': '完成任务',
  'month-began': '新的一月',
  'birthday-month-began': '生日月开始',
  anniversary: '入会周年',
}
