import { terms } from '@evergreen/shared/terms.ts'
import { factWords } from './fact-words.ts'
import type { FormOf } from './form.ts'
import * as form from './form-parts.ts'
import { choice, group, idOf, list, mark, optional, phrase, text, whole } from './form-parts.ts'
import type { Condition, Grant, Program, Sum, Task } from './program.ts'

const facts = (label: string) => choice(label, factWords)

const condition: FormOf<Condition> = group('条件', {
  minStreakDays: optional(whole('连签至少', ' 天')),
  everyStreakDays: optional(whole('连签每满', ' 天')),
  dayOfMonth: optional(whole('每月', ' 日')),
  from: optional(text('开始日期')),
  until: optional(text('结束日期')),
  invited: optional(mark('仅限好友邀请入会')),
  birthdayMonth: optional(mark('仅限生日月')),
  tierId: optional(idOf('tiers', '达到等级')),
  tierIds: optional(list('当前等级', idOf('tiers', '当前等级'))),
  inGrace: optional(mark('仅限保级期')),
  joinedWithinDays: optional(whole('入会不超过', ' 天')),
  badgeId: optional(idOf('badges', '获得的徽章')),
  ruleId: optional(idOf('rules', '完成的任务')),
  channel: optional(choice('渠道', { shop: terms.shop.zh, online: '线上' })),
  shopIds: optional(list('限门店', text('门店编号'))),
  minNetFen: optional(form.yuan('实付至少')),
  categories: optional(list('含品类', text('品类'))),
  boardIds: optional(list('排行榜', idOf('leaderboards', '排行榜'))),
  maxRank: optional(whole('名次不低于第', ' 名')),
  promoted: optional(mark('仅限小组晋级')),
})

const sum = (label: string): FormOf<Sum> => ({
  kind: 'either',
  label,
  groups: [
    group('每次', { fixed: whole(label) }),
    group('', { ladderByStreak: list(label, whole(label)) }),
    group('', { perYuan: choice(label, { 'tier-rate': '每元按等级倍数' }) }),
    group('每元', { perYuan: form.factor(label) }),
    group('所报数额的', { shareBp: form.percent(label) }),
  ],
})

const grant: FormOf<Grant> = group('', {
  points: optional(sum(terms.points.zh)),
  growth: optional(sum(terms.growth.zh)),
  release: optional(phrase('积分可用', { afterDays: whole('', ' 天后') })),
  badgeId: optional(idOf('badges', terms.badge.zh)),
  freezes: optional(whole(terms.streakFreeze.zh, ' 张')),
  makeUps: optional(whole(terms.makeUp.zh, ' 张')),
  coupons: optional(
    list(terms.coupon.zh, phrase('', { couponId: idOf('coupons', ''), count: whole('', ' 张') })),
  ),
  trial: optional(phrase('体验等级', { tierId: idOf('tiers', ''), days: whole('', ' 天') })),
  retainTier: optional(mark('保住等级')),
})

const task: FormOf<Task> = group(terms.task.zh, {
  set: choice('分类', {
    newcomer: '新人任务',
    daily: '每日任务',
    weekly: '每周任务',
    path: '主题旅程',
    challenge: '闯关',
    'keep-tier': '保级任务',
  }),
  groupId: optional(text('所属系列')),
  summary: form.summary,
  countWord: text('量词'),
  reward: choice('奖励发放', { auto: '自动到账', claimed: '会员领取' }),
  after: optional(list('须先完成', idOf('rules', '须先完成'))),
  join: optional(mark('须先报名')),
  openDays: optional(whole('入会后开放', ' 天')),
})

/** A limit, such as 每天 3 次 or 每月 200 成长值. */
const limits = list(
  '上限',
  phrase('', {
    per: form.span(''),
    times: optional(whole('', ' 次')),
    amount: optional(phrase('', { max: whole(''), unit: form.unit('') })),
  }),
)

export const ruleForms: FormOf<Pick<Program, 'rules' | 'multipliers' | 'stacking' | 'caps'>> =
  group('', {
    rules: form.rows(terms.rule.zh, {
      id: form.id,
      name: form.name,
      sources: form.sources,
      on: list('触发', facts('触发')),
      where: optional(condition),
      period: optional(
        choice('发放频次', {
          day: '每天一次',
          week: '每周一次',
          month: '每月一次',
          season: '每季一次',
          year: '每年一次',
          ever: '仅一次',
        }),
      ),
      target: optional({
        ...whole('目标'),
        unlike: { beside: 'measure', is: 'net-fen', as: 'yuan' },
      } as const),
      measure: optional(choice('目标按', { facts: '次数', 'net-fen': '实付金额', days: '天数' })),
      limits: optional(limits),
      budget: optional(
        phrase('全体会员预算', { per: form.span(''), max: whole(''), unit: form.unit('') }),
      ),
      grant,
      onRefund: optional(choice('退款时', { keep: '保留', 'take-back': '收回' })),
      task: optional(task),
    }),
    multipliers: form.rows('加倍规则', {
      id: form.id,
      name: form.name,
      sources: form.sources,
      on: facts('触发'),
      where: condition,
      unit: form.unit('作用于'),
      timesBp: form.factor('倍数'),
    }),
    stacking: group('倍数叠加', {
      mode: choice('方式', { max: '取最高', add: '相加', multiply: '相乘' }),
      maxBp: form.factor('最高'),
    }),
    caps: form.rows('总上限', {
      id: form.id,
      name: form.name,
      sources: form.sources,
      unit: form.unit('限制'),
      per: form.span('周期'),
      max: whole('最多'),
      exceptOn: list('不计入', facts('不计入')),
    }),
  })
