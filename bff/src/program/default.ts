import { defaultBadges } from './default-badges.ts'
import { defaultBenefits, defaultCoupons } from './default-benefits.ts'
import { defaultLeaderboards, leaderboardRules } from './default-leaderboards.ts'
import { defaultCampaigns, defaultRules } from './default-rules.ts'
import { defaultSignals } from './default-signals.ts'
import { defaultTasks } from './default-tasks.ts'
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
      sources: ['T1', 'T2', 'T3', 'T8'],
      fromGrowth: 0,
      keepGrowth: 0,
      pointsRateBp: 10_000,
      shareBp: 8_000,
      benefitIds: ['member-price', 'birthday', 'monthly-pack'],
    },
    {
      id: 'branch',
      name: '青枝',
      sources: ['T1', 'T2', 'T3', 'T8'],
      fromGrowth: 500,
      keepGrowth: 300,
      pointsRateBp: 12_000,
      shareBp: 1_500,
      benefitIds: [
        'member-price',
        'birthday',
        'monthly-pack',
        'priority',
        'early-access',
        'free-upsize',
      ],
    },
    {
      id: 'evergreen',
      name: '长青',
      sources: ['T1', 'T2', 'T3', 'T8'],
      fromGrowth: 2_000,
      keepGrowth: 900,
      pointsRateBp: 15_000,
      shareBp: 500,
      benefitIds: [
        'member-price',
        'birthday',
        'monthly-pack',
        'priority',
        'early-access',
        'free-upsize',
        'guest-coffee',
        'personal-service',
      ],
    },
  ],
  benefits: defaultBenefits,
  badges: defaultBadges,
  rules: [...defaultRules, ...leaderboardRules, ...defaultTasks],
  multipliers: defaultCampaigns,
  stacking: { mode: 'multiply', maxBp: 50_000 },
  caps: [
    {
      id: 'daily-points',
      name: '每日积分上限',
      sources: ['P5', 'Y3'],
      unit: 'points',
      per: 'day',
      max: 500,
      exceptOn: ['order-paid', 'friend-qualified'],
    },
  ],
  coupons: defaultCoupons,
  streak: { freezesMax: 2, makeUpsMax: 3, makeUpWithinDays: 7 },
  points: {
    sources: ['P3'],
    expiry: { kind: 'end-of-month', months: 12 },
    noticeDays: [30, 7, 1],
    returnedDays: 7,
    repayBp: 5_000,
  },
  review: { sources: ['T4', 'T5'], every: 'quarter', graceDays: 30, noticeDays: [30, 7, 1] },
  purchase: { excludedCategories: ['gift-card', 'delivery'] },
  adjustment: {
    pointsMax: { staff: 0, manager: 500, operator: 5_000 },
    approvalWithinMs: DAY_MS,
  },
  counter: { phoneLookUpsPerDay: 20, unmasksPerDay: 5, undoWithinMs: 10 * MINUTE_MS },
  mall: {
    sources: ['M1', 'M2', 'M3', 'M5'],
    approvalCostFen: 500_000,
    approvalWithinMs: DAY_MS,
    payWithinMs: 15 * MINUTE_MS,
  },
  invitation: {
    sources: ['I1', 'I3', 'I4', 'I5', 'Y3'],
    isOpen: true,
    attributionMs: 7 * DAY_MS,
    qualifyMinFen: 100,
    rewardAfterDays: 7,
    growthStep: 100,
    joinsPerDeviceMax: 3,
  },
  fairPlay: { sources: ['P5', 'Y3'], reviewDays: 7, signals: defaultSignals },
  leaderboards: defaultLeaderboards,
  season: { months: 3 },
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
