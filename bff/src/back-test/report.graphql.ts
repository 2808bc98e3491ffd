import { builder } from '../graphql/builder.ts'
import type {
  BackTestResult,
  Difference,
  LimitChange,
  RuleChange,
  Swing,
  TierShare,
  Totals,
} from './result.ts'

const TotalsRef = builder.objectRef<Totals>('BackTestTotals').implement({
  description: 'What one set of rules came to from the first day on.',
  fields: (t) => ({
    pointsIssued: t.expose('pointsIssued', { type: 'Amount' }),
    growthIssued: t.expose('growthIssued', { type: 'Amount' }),
    pointsTakenBack: t.expose('pointsTakenBack', { type: 'Amount' }),
    pointsExpired: t.expose('pointsExpired', { type: 'Amount' }),
    coupons: t.exposeInt('coupons'),
    couponCostFen: t.expose('couponCostFen', {
      type: 'Amount',
      description: 'What those coupons cost the brand at most, in fen.',
    }),
    badges: t.exposeInt('badges'),
  }),
})

const GivenRef = builder.objectRef<RuleChange['live']>('BackTestGiven').implement({
  fields: (t) => ({
    times: t.exposeInt('times'),
    points: t.expose('points', { type: 'Amount' }),
    growth: t.expose('growth', { type: 'Amount' }),
  }),
})

const RuleRef = builder.objectRef<RuleChange>('BackTestRule').implement({
  fields: (t) => ({
    ruleId: t.exposeID('ruleId'),
    name: t.exposeString('name'),
    live: t.field({ type: GivenRef, resolve: ({ live }) => live }),
    draft: t.field({ type: GivenRef, resolve: ({ draft }) => draft }),
  }),
})

const LimitRef = builder.objectRef<LimitChange>('BackTestLimit').implement({
  description: 'How often a limit held something back.',
  fields: (t) => ({
    limitId: t.exposeID('limitId'),
    name: t.exposeString('name'),
    live: t.exposeInt('live'),
    draft: t.exposeInt('draft'),
  }),
})

const WeekRef = builder
  .objectRef<BackTestResult['liability'][number]>('BackTestLiability')
  .implement({
    description: 'Points that members hold, by the week in which they end.',
    fields: (t) => ({
      week: t.expose('week', { type: 'Day', description: 'Its Monday.' }),
      live: t.expose('live', { type: 'Amount' }),
      draft: t.expose('draft', { type: 'Amount' }),
    }),
  })

const TierShareRef = builder.objectRef<TierShare>('BackTestTier').implement({
  description: 'Members at a tier, and the part of all it is meant for.',
  fields: (t) => ({
    tierId: t.exposeID('tierId'),
    name: t.exposeString('name'),
    live: t.exposeInt('live'),
    draft: t.exposeInt('draft'),
    meantBp: t.exposeInt('meantBp'),
  }),
})

const SwingRef = builder.objectRef<Swing>('BackTestSwing').implement({
  description: 'What the draft changes for a member.',
  fields: (t) => ({
    memberId: t.exposeID('memberId'),
    points: t.expose('points', { type: 'Amount' }),
    growth: t.expose('growth', { type: 'Amount' }),
    tierBefore: t.exposeID('tierBefore'),
    tierAfter: t.exposeID('tierAfter'),
  }),
})

const DifferenceRef = builder.objectRef<Difference>('BackTestDifference').implement({
  fields: (t) => ({ memberId: t.exposeID('memberId'), what: t.exposeString('what') }),
})

export const BackTestReportRef = builder.objectRef<BackTestResult>('BackTestReport').implement({
  fields: (t) => ({
    facts: t.exposeInt('facts'),
    factsInWindow: t.exposeInt('factsInWindow', { description: 'From the first day on.' }),
    members: t.exposeInt('members'),
    live: t.field({ type: TotalsRef, resolve: ({ live }) => live }),
    draft: t.field({ type: TotalsRef, resolve: ({ draft }) => draft }),
    rules: t.field({ type: [RuleRef], resolve: ({ rules }) => [...rules] }),
    limits: t.field({ type: [LimitRef], resolve: ({ limits }) => [...limits] }),
    liability: t.field({ type: [WeekRef], resolve: ({ liability }) => [...liability] }),
    tiers: t.field({ type: [TierShareRef], resolve: ({ tiers }) => [...tiers] }),
    winners: t.exposeInt('winners'),
    losers: t.exposeInt('losers'),
    unchanged: t.exposeInt('unchanged'),
    mostWon: t.field({ type: [SwingRef], resolve: ({ mostWon }) => [...mostWon] }),
    mostLost: t.field({ type: [SwingRef], resolve: ({ mostLost }) => [...mostLost] }),
    impossible: t.exposeInt('impossible', {
      description:
        'Facts that could not happen under the draft, as a spend of points never earned.',
    }),
    identical: t.exposeBoolean('identical', {
      description: 'Replaying the live rules makes the very ledger that is stored.',
    }),
    differing: t.exposeInt('differing', { description: 'Members of whom it does not.' }),
    differences: t.field({
      description: 'The first ten of them.',
      type: [DifferenceRef],
      resolve: ({ differences }) => [...differences],
    }),
  }),
})
