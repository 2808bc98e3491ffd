import type { Program } from './program.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** The programme a new installation starts with. Operators publish later versions of it. */
export const defaultProgram: Program = {
  brand: '长青会员',
  tiers: [
    {
      id: 'sprout',
      name: '新芽',
      fromGrowth: 0,
      pointsRateBp: 10_000,
      benefitIds: ['member-price', 'birthday'],
    },
    {
      id: 'branch',
      name: '青枝',
      fromGrowth: 500,
      pointsRateBp: 12_000,
      benefitIds: ['member-price', 'birthday', 'priority', 'early-access'],
    },
    {
      id: 'evergreen',
      name: '长青',
      fromGrowth: 2_000,
      pointsRateBp: 15_000,
      benefitIds: ['member-price', 'birthday', 'priority', 'early-access', 'personal-service'],
    },
  ],
  benefits: [
    { id: 'member-price', name: '会员价', summary: '每月18日会员日，指定商品享会员价' },
    { id: 'birthday', name: '生日礼', summary: '生日当月一份心意' },
    { id: 'priority', name: '优先服务', summary: '到店优先接待' },
    { id: 'early-access', name: '新品先享', summary: '新品提前一天开放选购' },
    { id: 'personal-service', name: '专属顾问', summary: '一对一顾问与品鉴邀请' },
  ],
  badges: [{ id: 'thirty-days', name: '三十日常青', summary: '连续签到满30天' }],
  rules: [
    {
      id: 'check-in',
      name: '每日签到',
      sources: ['C1', 'C3', 'G4'],
      on: 'checked-in',
      grant: { points: { ladderByStreak: [2, 2, 3, 3, 4, 4, 10] }, growth: { fixed: 5 } },
    },
    {
      id: 'streak-freeze',
      name: '连签七日保护卡',
      sources: ['C1'],
      on: 'checked-in',
      where: { everyStreakDays: 7 },
      grant: { freezes: 1 },
    },
    {
      id: 'thirty-days',
      name: '连续签到30天',
      sources: ['C4', 'B2'],
      on: 'checked-in',
      where: { minStreakDays: 30 },
      period: 'ever',
      grant: { badgeId: 'thirty-days' },
    },
  ],
  multipliers: [
    {
      id: 'super-day',
      name: '15日超级签到日',
      sources: ['C2'],
      on: 'checked-in',
      where: { dayOfMonth: 15 },
      unit: 'points',
      timesBp: 20_000,
    },
  ],
  streak: { freezesMax: 2 },
  points: { expiry: { kind: 'end-of-month', months: 12 } },
  memberCode: { validForMs: 45_000, refreshAfterMs: 30_000 },
  phoneCode: { validForMs: 5 * MINUTE_MS, resendAfterMs: MINUTE_MS, triesMax: 5, perDayMax: 10 },
  session: { memberMs: 30 * DAY_MS, staffMs: 12 * HOUR_MS },
  privacy: {
    version: 1,
    summary:
      '我们只为会员服务收集必要的信息：手机号或微信标识用于识别你，签到与消费用于计算积分和成长值。你可以随时查看、导出、撤回或注销。',
    purposes: [
      {
        purpose: 'service',
        title: '会员服务',
        summary: '识别会员身份，计算积分、成长值与等级',
        required: true,
      },
      {
        purpose: 'personalisation',
        title: '个性化推荐',
        summary: '按你的喜好挑选任务和好物；关闭后展示通用内容',
        required: false,
      },
      {
        purpose: 'marketing',
        title: '活动通知',
        summary: '通过短信或服务通知告知会员活动；关闭后只发送服务必需的通知',
        required: false,
      },
      {
        purpose: 'leaderboard',
        title: '排行榜展示',
        summary: '以昵称出现在排行榜上；关闭后你不会被任何人看到',
        required: false,
      },
    ],
  },
}
