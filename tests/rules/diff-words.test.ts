import { describe, expect, it } from 'vitest'
import { defaultProgram } from '../../bff/src/program/default.ts'
import { changedAt, sentences } from './changed-at.ts'

/** A rule of the whole default programme by its id, as a place. */
const ruleAt = (ruleId: string) =>
  `rules.${defaultProgram.rules.findIndex(({ id }) => id === ruleId)}`
const couponAt = (couponId: string) =>
  `coupons.${defaultProgram.coupons.findIndex(({ id }) => id === couponId)}`

describe('every part of the programme has words an operator understands', () => {
  it.each<[what: string, places: Record<string, unknown>, told: string[]]>([
    [
      'facts a rule answers to',
      { [`${ruleAt('check-in')}.on`]: ['checked-in', 'made-up'] },
      ['每日签到 · 触发：签到 → 签到、补签'],
    ],
    [
      'points by the tier, per yuan, and as a share',
      {
        [`${ruleAt('purchase-in-shop')}.grant.points`]: { perYuan: 5_000 },
        [`${ruleAt('friend-grew')}.grant.growth`]: { shareBp: 250 },
      },
      [
        '到店消费 · 积分：每元按等级倍数 → 每元 ×0.5',
        '好友成长分享 · 成长值：所报数额的 5% → 所报数额的 2.5%',
      ],
    ],
    [
      'a target of money, and one of days',
      { [`${ruleAt('climb-3')}.target`]: 80_050, [`${ruleAt('active-5')}.target`]: 6 },
      ['登顶：再消费满600元 · 目标：¥600 → ¥800.50', '本月活跃5天 · 目标：5 → 6'],
    ],
    [
      'a target that becomes one of money',
      { [`${ruleAt('storyteller')}.measure`]: 'net-fen', [`${ruleAt('storyteller')}.target`]: 900 },
      ['写满20篇评价 · 目标：20 → ¥9', '写满20篇评价 · 目标按：无 → 实付金额'],
    ],
    [
      'limits, a budget and when points can be spent',
      {
        [`${ruleAt('friend-grew')}.limits`]: [
          { amount: { max: 1_000, unit: 'growth' }, per: 'ever' },
          { per: 'day', times: 2 },
        ],
        [`${ruleAt('article-read')}.budget`]: { unit: 'points', per: 'month', max: 20_000 },
        [`${ruleAt('purchase-online')}.grant.release.afterDays`]: 14,
      },
      [
        '线上消费 · 积分可用：7 天后 → 14 天后',
        '好友成长分享 · 上限：每月 200 成长值 → 累计 1,000 成长值、每天 2 次',
        '阅读文章 · 全体会员预算：无 → 每月 20,000 积分',
      ],
    ],
    [
      'coupons of a pack, and what a coupon is worth',
      {
        [`${ruleAt('monthly-pack-branch')}.grant.coupons`]: [{ couponId: 'welcome-5', count: 2 }],
        [`${couponAt('monthly-95')}.worth`]: { payBp: 8_800, offFenMax: 2_050 },
        [`${couponAt('monthly-3')}.worth`]: { free: '小饼干' },
        [`${couponAt('monthly-3')}.issueMax`]: 10_000,
        [`${couponAt('birthday-cake')}.returns`]: true,
      },
      [
        '每月3元券 · 优惠：减 ¥3 → 赠 小饼干',
        '每月3元券 · 总共最多发：无 → 10,000 张',
        '每月九五折券 · 优惠：付原价的 95% 最多减 ¥10 → 付原价的 88% 最多减 ¥20.50',
        '生日蛋糕券 · 整单退款后退还：否 → 是',
        '青枝每月券包 · 优惠券：每月3元券 2 张、每月九五折券 1 张 → 新人立减5元 2 张',
      ],
    ],
    [
      'a task: its rewards and what comes before it',
      {
        [`${ruleAt('new-pack')}.grant.trial.days`]: 14,
        [`${ruleAt('new-pack')}.task.after`]: ['new-order'],
        [`${ruleAt('climb-1')}.task.join`]: undefined,
        [`${ruleAt('daily-read')}.task.reward`]: 'claimed',
        [`${ruleAt('weekly-visit')}.period`]: 'season',
      },
      [
        '新人大礼包 · 体验等级：青枝 7 天 → 青枝 14 天',
        '新人大礼包 · 任务 · 须先完成：填写生日、签到3天、完成首单 → 完成首单',
        '读一篇好文 · 任务 · 奖励发放：自动到账 → 会员领取',
        '本周到店2次 · 发放频次：每周一次 → 每季一次',
        '山脚：一季3单 · 任务 · 须先报名：是 → 无',
      ],
    ],
    [
      'tiers and how often a benefit may be used',
      {
        'tiers.1.keepGrowth': 350,
        'tiers.2.shareBp': 450,
        'benefits.5.allowance': { times: 3, per: 'week' },
        'badges.0.benefitIds': ['tasting'],
      },
      [
        '青枝 · 保级所需：300 成长值 → 350 成长值',
        '长青 · 目标占比：5% → 4.5%',
        '免费升杯 · 可用次数：每月 2 次 → 每周 3 次',
        '初见 · 权益：无 → 品鉴邀请',
      ],
    ],
    [
      'one way of ending points for another',
      { 'points.expiry': { kind: 'calendar', days: ['06-30', '12-31'], atLeastDays: 90 } },
      [
        '积分 · 有效期：到若干个月后的月底；时长：12 个月 → 定期清零；清零日：06-30、12-31；至少保留：90 天',
      ],
    ],
    [
      'settings',
      {
        'stacking.mode': 'max',
        'stacking.maxBp': 30_000,
        'caps.0.max': 800,
        'caps.0.exceptOn': ['order-paid', 'birthday-month-began'],
        'streak.makeUpWithinDays': 3,
        'points.noticeDays': [14, 1],
        'points.repayBp': 2_500,
        'review.every': 'anniversary',
        'purchase.excludedCategories': [],
        'adjustment.pointsMax.manager': 1_000,
        'adjustment.approvalWithinMs': 7_200_000,
        'season.months': 6,
      },
      [
        '倍数叠加 · 方式：相乘 → 取最高',
        '倍数叠加 · 最高：×5 → ×3',
        '每日积分上限 · 最多：500 → 800',
        '每日积分上限 · 不计入：消费、好友达标 → 消费、进入生日月',
        '连续签到 · 可补签最近：7 天 → 3 天',
        '积分 · 到期提醒：30 天前、7 天前、1 天前 → 14 天前、1 天前',
        '积分 · 每次抵扣最多占所得的：50% → 25%',
        '等级复核 · 周期：每季 → 每个入会周年',
        '消费 · 不计入的品类：gift-card、delivery → 无',
        '人工调整 · 免复核上限 · 店长：500 积分 → 1,000 积分',
        '人工调整 · 复核时限：1 天 → 2 小时',
        '赛季 · 时长：3 个月 → 6 个月',
      ],
    ],
  ])('%s', (_, places, told) => {
    expect(sentences(defaultProgram, changedAt(places, defaultProgram))).toEqual(told)
  })
})
