import { describe, expect, it } from 'vitest'
import { checkProgram } from '../../bff/src/program/check-program.ts'
import type {
  Cap,
  CouponDefinition,
  Multiplier,
  Program,
  Rule,
  Tier,
} from '../../bff/src/program/program.ts'
import { checkInOnly } from '../fixtures/programs.ts'

const changed = (change: Partial<Program>): Program => ({ ...checkInOnly, ...change })

const withTier = (tierId: string, change: Partial<Tier>): Program =>
  changed({
    tiers: checkInOnly.tiers.map((tier) => (tier.id === tierId ? { ...tier, ...change } : tier)),
  })

const gift: Rule = {
  id: 'gift',
  name: '礼物',
  sources: [],
  on: ['joined'],
  grant: { points: { fixed: 1 } },
}
const withRule = (change: Partial<Rule>): Program =>
  changed({ rules: [...checkInOnly.rules, { ...gift, ...change }] })

const double: Multiplier = {
  id: 'double',
  name: '双倍',
  sources: [],
  on: 'joined',
  where: {},
  unit: 'points',
  timesBp: 20_000,
}
const withMultiplier = (change: Partial<Multiplier>): Program =>
  changed({ multipliers: [{ ...double, ...change }] })

const cap: Cap = {
  id: 'day',
  name: '每日',
  sources: [],
  unit: 'points',
  per: 'day',
  max: 1,
  exceptOn: [],
}
const cup: CouponDefinition = {
  id: 'cup',
  name: '一杯',
  summary: '',
  sources: [],
  worth: { free: '一杯' },
  minNetFen: 0,
  validDays: 7,
  returns: false,
  costFen: 0,
}
const withCoupon = (change: Partial<CouponDefinition>): Program =>
  changed({ coupons: [{ ...cup, ...change }] })
const proud = { id: 'proud', name: '骄傲', summary: '', family: '' }

const memberCode = (change: Partial<Program['memberCode']>): Program =>
  changed({ memberCode: { ...checkInOnly.memberCode, ...change } })
const phoneCode = (change: Partial<Program['phoneCode']>): Program =>
  changed({ phoneCode: { ...checkInOnly.phoneCode, ...change } })
const session = (change: Partial<Program['session']>): Program =>
  changed({ session: { ...checkInOnly.session, ...change } })
const privacy = (change: Partial<Program['privacy']>): Program =>
  changed({ privacy: { ...checkInOnly.privacy, ...change } })

const points = (change: Partial<Program['points']>): Program =>
  changed({ points: { ...checkInOnly.points, ...change } })

const whole = (range: string, value: number | string) =>
  `must be a whole number from ${range}, is ${value}`

describe('a programme that may not be published says what is wrong, once', () => {
  it.each<[string, Program]>([
    ['the first tier must start at growth 0', changed({ tiers: [] })],
    ['the first tier must start at growth 0', withTier('sprout', { fromGrowth: 1 })],
    [
      'tier branch: needs more growth than the tier before it',
      withTier('branch', { fromGrowth: 0 }),
    ],
    [
      'tier evergreen: needs more growth than the tier before it',
      withTier('evergreen', { fromGrowth: 500 }),
    ],
    [
      `tier branch: fromGrowth: ${whole('0 to 9007199254740991', 0.5)}`,
      withTier('branch', { fromGrowth: 0.5 }),
    ],
    [
      `tier branch: pointsRateBp: ${whole('0 to 100000', 1.5)}`,
      withTier('branch', { pointsRateBp: 1.5 }),
    ],
    [
      `tier branch: pointsRateBp: ${whole('0 to 100000', 100_001)}`,
      withTier('branch', { pointsRateBp: 100_001 }),
    ],
    ['tier sprout: there is no benefit gold', withTier('sprout', { benefitIds: ['gold'] })],
    ['tier branch: stands there twice', withTier('evergreen', { id: 'branch' })],
    ['tier Gold: is no valid id', withTier('evergreen', { id: 'Gold' })],
    [
      'benefit birthday: stands there twice',
      changed({
        benefits: [...checkInOnly.benefits, { id: 'birthday', name: '', summary: '', sources: [] }],
      }),
    ],
    [
      'badge thirty-days: stands there twice',
      changed({
        badges: [...checkInOnly.badges, { id: 'thirty-days', name: '', summary: '', family: '' }],
      }),
    ],
    ['rule check-in: stands there twice', withMultiplier({ id: 'check-in' })],
    [
      `multiplier double: dayOfMonth: ${whole('1 to 31', 0)}`,
      withMultiplier({ where: { dayOfMonth: 0 } }),
    ],
    ['multiplier double: there is no tier gold', withMultiplier({ where: { tierId: 'gold' } })],
    [
      `multiplier double: timesBp: ${whole('10000 to 100000', 9_999)}`,
      withMultiplier({ timesBp: 9_999 }),
    ],
    [
      `streak: freezesMax: ${whole('0 to 31', -1)}`,
      changed({ streak: { ...checkInOnly.streak, freezesMax: -1 } }),
    ],
    [
      `points: expiry months: ${whole('1 to 120', 0)}`,
      points({ expiry: { kind: 'end-of-month', months: 0 } }),
    ],
    [
      `memberCode: validForMs: ${whole('10000 to 60000', 60_001)}`,
      memberCode({ validForMs: 60_001 }),
    ],
    [
      `memberCode: refreshAfterMs: ${whole('5000 to 60000', 4_999)}`,
      memberCode({ refreshAfterMs: 4_999 }),
    ],
    ['memberCode: has to be refreshed before it ends', memberCode({ refreshAfterMs: 45_000 })],
    [
      `phoneCode: validForMs: ${whole('60000 to 900000', 59_999)}`,
      phoneCode({ validForMs: 59_999 }),
    ],
    [
      `phoneCode: resendAfterMs: ${whole('1000 to 600000', 999)}`,
      phoneCode({ resendAfterMs: 999 }),
    ],
    [`phoneCode: triesMax: ${whole('1 to 10', 11)}`, phoneCode({ triesMax: 11 })],
    [`phoneCode: perDayMax: ${whole('1 to 100', 0)}`, phoneCode({ perDayMax: 0 })],
    [`session: memberMs: ${whole('60000 to 31622400000', 59_999)}`, session({ memberMs: 59_999 })],
    [
      `session: staffMs: ${whole('60000 to 604800000', 604_800_001)}`,
      session({ staffMs: 604_800_001 }),
    ],
    [`privacy: version: ${whole('1 to 1000000', 0)}`, privacy({ version: 0 })],
    [
      'privacy: does not explain the purpose marketing',
      privacy({
        purposes: checkInOnly.privacy.purposes.filter(({ purpose }) => purpose !== 'marketing'),
      }),
    ],
    [
      `tier branch: keepGrowth: ${whole('0 to 1000000', -1)}`,
      withTier('branch', { keepGrowth: -1 }),
    ],
    [
      `tier branch: shareBp: ${whole('0 to 10000', 10_001)}`,
      withTier('branch', { shareBp: 10_001 }),
    ],
    [
      'the first tier cannot be lost: its keepGrowth must be 0',
      withTier('sprout', { keepGrowth: 1 }),
    ],
    [`cap day: max: ${whole('0 to 1000000', -1)}`, changed({ caps: [{ ...cap, max: -1 }] })],
    ['rule check-in: stands there twice', changed({ caps: [{ ...cap, id: 'check-in' }] })],
    [`coupon cup: offFen: ${whole('1 to 100000000', 0)}`, withCoupon({ worth: { offFen: 0 } })],
    [
      `coupon cup: payBp: ${whole('1 to 9999', 10_000)}`,
      withCoupon({ worth: { payBp: 10_000, offFenMax: 1 } }),
    ],
    [`coupon cup: validDays: ${whole('1 to 3660', 0)}`, withCoupon({ validDays: 0 })],
    [`coupon cup: issueMax: ${whole('1 to 100000000', 0)}`, withCoupon({ issueMax: 0 })],
    [`coupon cup: perMemberMax: ${whole('1 to 10000', 0)}`, withCoupon({ perMemberMax: 0 })],
    [
      'badge proud: there is no benefit gold',
      changed({ badges: [...checkInOnly.badges, { ...proud, benefitIds: ['gold'] }] }),
    ],
    [
      `stacking: maxBp: ${whole('10000 to 1000000', 9_999)}`,
      changed({ stacking: { mode: 'max', maxBp: 9_999 } }),
    ],
    ['season: months must divide a year', changed({ season: { months: 5 } })],
    [`points: returnedDays: ${whole('1 to 366', 0)}`, points({ returnedDays: 0 })],
    [`points: repayBp: ${whole('0 to 5000', 5_001)}`, points({ repayBp: 5_001 })],
    [`points: noticeDays: ${whole('1 to 90', 0)}`, points({ noticeDays: [30, 0] })],
    [
      'points: expiry day 02-29 is no MM-DD that every year has',
      points({ expiry: { kind: 'calendar', days: ['02-29'], atLeastDays: 0 } }),
    ],
    [
      `points: expiry days: ${whole('30 to 3660', 29)}`,
      points({ expiry: { kind: 'inactivity', days: 29 } }),
    ],
    [
      `review: graceDays: ${whole('1 to 180', 0)}`,
      changed({ review: { ...checkInOnly.review, graceDays: 0 } }),
    ],
  ])('%s', (problem, program) => {
    expect(checkProgram(program)).toEqual([problem])
  })

  it('and all that is wrong at once', () => {
    const program: Program = {
      ...withRule({ name: '', grant: {} }),
      streak: { ...checkInOnly.streak, freezesMax: 32 },
    }
    expect(checkProgram(program)).toEqual([
      'rule gift: grants nothing',
      'rule gift: has no name',
      'streak: freezesMax: must be a whole number from 0 to 31, is 32',
    ])
  })
})
