import { terms } from '@evergreen/shared/terms.ts'
import type { FormOf } from './form.ts'
import * as form from './form-parts.ts'
import { duration, group, optional, phrase, text, whole } from './form-parts.ts'
import type { CouponDefinition, Program } from './program.ts'

const worth: FormOf<CouponDefinition['worth']> = {
  kind: 'either',
  label: '优惠',
  groups: [
    group('减', { offFen: form.yuan('') }),
    phrase('', { payBp: form.percent('付原价的'), offFenMax: form.yuan('最多减') }),
    group('赠', { free: text('') }),
  ],
}

/** What members hold: tiers, benefits, badges and coupons. */
export const listForms: FormOf<Pick<Program, 'tiers' | 'benefits' | 'badges' | 'coupons'>> = group(
  '',
  {
    tiers: form.rows(terms.tier.zh, {
      id: form.id,
      name: form.name,
      sources: form.sources,
      fromGrowth: whole('所需成长值', ` ${terms.growth.zh}`),
      pointsRateBp: form.factor('每元积分'),
      keepGrowth: whole('保级所需', ` ${terms.growth.zh}`),
      benefitIds: form.benefitIds,
      shareBp: form.percent('目标占比'),
    }),
    benefits: form.rows(terms.benefit.zh, {
      id: form.id,
      name: form.name,
      summary: form.summary,
      sources: form.sources,
      allowance: optional(phrase('可用次数', { per: form.span(''), times: whole('', ' 次') })),
      opensEarlierMs: optional(duration('商城提前开放')),
    }),
    badges: form.rows(terms.badge.zh, {
      id: form.id,
      name: form.name,
      summary: form.summary,
      family: text('系列'),
      benefitIds: optional(form.benefitIds),
    }),
    coupons: form.rows(terms.coupon.zh, {
      id: form.id,
      name: form.name,
      summary: form.summary,
      sources: form.sources,
      worth,
      minNetFen: form.yuan('实付满'),
      validDays: whole('有效', ' 天'),
      issueMax: optional(whole('总共最多发', ' 张')),
      perMemberMax: optional(whole('每人最多', ' 张')),
      returns: form.flag('整单退款后退还'),
      costFen: form.yuan('单张成本'),
    }),
  },
)
