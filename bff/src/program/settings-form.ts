import { terms } from '@evergreen/shared/terms.ts'
import { fairPlayForm } from './fair-play-form.ts'
import type { FormOf } from './form.ts'
import * as form from './form-parts.ts'
import { choice, duration, group, list, text, whole } from './form-parts.ts'
import type { ExpiryPolicy, PrivacyNotice, Program } from './program.ts'

const expiry: FormOf<ExpiryPolicy> = {
  kind: 'either',
  label: '有效期',
  groups: [
    group('', {
      kind: choice('', { 'end-of-month': '到若干个月后的月底' }),
      months: whole('时长', ' 个月'),
    }),
    group('', {
      kind: choice('', { calendar: '定期清零' }),
      days: list('清零日', text('清零日')),
      atLeastDays: whole('至少保留', ' 天'),
    }),
    group('', {
      kind: choice('', { inactivity: '长期不活跃后清零' }),
      days: whole('不活跃满', ' 天'),
    }),
  ],
}

const privacy: FormOf<PrivacyNotice> = group('隐私说明', {
  version: whole('版本'),
  summary: text('摘要'),
  purposes: {
    kind: 'list',
    label: '用途',
    key: { id: 'purpose', name: 'title' },
    row: group('用途', {
      purpose: choice('用途编号', {
        service: '会员服务',
        personalisation: '个性化推荐',
        marketing: '活动通知',
        leaderboard: '排行榜展示',
      }),
      title: text('标题'),
      summary: form.summary,
      required: form.flag('必需'),
    }),
  },
})

type Settings = Omit<
  Program,
  | 'brand'
  | 'tiers'
  | 'benefits'
  | 'badges'
  | 'coupons'
  | 'rules'
  | 'multipliers'
  | 'stacking'
  | 'caps'
  | 'leaderboards'
>

/** What stands there once: terms, limits and times. */
export const settingsForms: FormOf<Settings> = group('', {
  streak: group(terms.streak.zh, {
    freezesMax: whole('保护卡最多持有', ' 张'),
    makeUpsMax: whole('补签卡最多持有', ' 张'),
    makeUpWithinDays: whole('可补签最近', ' 天'),
  }),
  points: group(terms.points.zh, {
    sources: form.sources,
    expiry,
    noticeDays: form.noticeDays('到期提醒'),
    returnedDays: whole('退回的过期积分可用', ' 天'),
    repayBp: form.percent('每次抵扣最多占所得的'),
  }),
  review: group('等级复核', {
    sources: form.sources,
    every: choice('周期', { quarter: '每季', 'half-year': '每半年', anniversary: '每个入会周年' }),
    graceDays: whole('保级期', ' 天'),
    noticeDays: form.noticeDays('保级提醒'),
  }),
  purchase: group('消费', { excludedCategories: list('不计入的品类', text('品类')) }),
  adjustment: group('人工调整', {
    pointsMax: group('免复核上限', {
      staff: whole(terms.staff.zh, ` ${terms.points.zh}`),
      manager: whole('店长', ` ${terms.points.zh}`),
      operator: whole(terms.operator.zh, ` ${terms.points.zh}`),
    }),
    approvalWithinMs: duration('复核时限'),
  }),
  counter: group('柜台', {
    phoneLookUpsPerDay: whole('每人每天手机号查询', ' 次'),
    unmasksPerDay: whole('每人每天查看完整称呼', ' 次'),
    undoWithinMs: duration('交付可撤销'),
  }),
  mall: group(terms.mall.zh, {
    sources: form.sources,
    approvalCostFen: form.yuan('免复核上限'),
    approvalWithinMs: duration('复核时限'),
    payWithinMs: duration('付款时限'),
  }),
  invitation: group('邀请好友', {
    sources: form.sources,
    isOpen: form.flag('开放'),
    attributionMs: duration('链接有效'),
    qualifyMinFen: form.yuan('首单至少'),
    rewardAfterDays: whole('首单保留', ' 天'),
    growthStep: whole('好友成长每满', ` ${terms.growth.zh}`),
    joinsPerDeviceMax: whole('每台设备最多', ' 人'),
  }),
  fairPlay: fairPlayForm,
  season: group('赛季', { months: whole('时长', ' 个月') }),
  memberCode: group(terms.memberCode.zh, {
    validForMs: duration('有效时间'),
    refreshAfterMs: duration('刷新间隔'),
  }),
  phoneCode: group('短信验证码', {
    validForMs: duration('有效时间'),
    resendAfterMs: duration('重发间隔'),
    triesMax: whole('最多尝试', ' 次'),
    perDayMax: whole('每天最多', ' 条'),
  }),
  session: group('登录', {
    memberMs: duration('会员登录保持'),
    staffMs: duration('店员登录保持'),
  }),
  privacy,
})
