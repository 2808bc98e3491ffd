import { describe, expect, it } from 'vitest'
import { checkProgram } from '../../bff/src/program/check-program.ts'
import { defaultProgram } from '../../bff/src/program/default.ts'
import type { Multiplier, Program, Rule, Tier } from '../../bff/src/program/program.ts'
import { benefitsOf, superDayOf, tierById } from '../../bff/src/program/program.ts'

const changed = (change: Partial<Program>): Program => ({ ...defaultProgram, ...change })

const withTier = (tierId: string, change: Partial<Tier>): Program =>
  changed({
    tiers: defaultProgram.tiers.map((tier) => (tier.id === tierId ? { ...tier, ...change } : tier)),
  })

const gift: Rule = {
  id: 'gift',
  name: '礼物',
  sources: [],
  on: 'joined',
  grant: { points: { fixed: 1 } },
}
const withRule = (change: Partial<Rule>): Program =>
  changed({ rules: [...defaultProgram.rules, { ...gift, ...change }] })

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

const memberCode = (change: Partial<Program['memberCode']>): Program =>
  changed({ memberCode: { ...defaultProgram.memberCode, ...change } })
const phoneCode = (change: Partial<Program['phoneCode']>): Program =>
  changed({ phoneCode: { ...defaultProgram.phoneCode, ...change } })
const session = (change: Partial<Program['session']>): Program =>
  changed({ session: { ...defaultProgram.session, ...change } })
const privacy = (change: Partial<Program['privacy']>): Program =>
  changed({ privacy: { ...defaultProgram.privacy, ...change } })

const whole = (range: string, value: number | string) =>
  `must be a whole number from ${range}, is ${value}`

describe('the default programme', () => {
  it('has nothing wrong with it', () => {
    expect(checkProgram(defaultProgram)).toEqual([])
  })

  it('says in every rule and multiplier which requirement it fulfils', () => {
    const { rules, multipliers } = defaultProgram
    expect([...rules, ...multipliers].map(({ id, sources }) => `${id}: ${sources}`)).toEqual([
      'check-in: C1,C3,G4',
      'streak-freeze: C1',
      'thirty-days: C4,B2',
      'super-day: C2',
    ])
  })

  it('is data that survives being printed', () => {
    expect(JSON.parse(JSON.stringify(defaultProgram))).toEqual(defaultProgram)
  })

  it('gives every higher tier what the lower one has, and more (T8)', () => {
    const [sprout, branch, evergreen] = defaultProgram.tiers.map((tier) =>
      benefitsOf(defaultProgram, tier).map(({ name }) => name),
    )
    expect(sprout).toEqual(['会员价', '生日礼'])
    expect(branch).toEqual(['会员价', '生日礼', '优先服务', '新品先享'])
    expect(evergreen).toEqual(['会员价', '生日礼', '优先服务', '新品先享', '专属顾问'])
  })

  it('has its super day on the 15th (C2)', () => {
    const superDay = { dayOfMonth: 15, name: '15日超级签到日', timesBp: 20_000 }
    expect(superDayOf(defaultProgram)).toEqual(superDay)
    expect(superDayOf(changed({ multipliers: [] }))).toBeUndefined()
    expect(superDayOf(withMultiplier({ where: { dayOfMonth: 18 } }))).toBeUndefined()
  })

  it('takes a tier it does not have for a bug', () => {
    expect(tierById(defaultProgram, 'branch').name).toBe('青枝')
    expect(() => tierById(defaultProgram, 'gold')).toThrow('the programme has no tier gold')
  })
})

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
        benefits: [...defaultProgram.benefits, { id: 'birthday', name: '', summary: '' }],
      }),
    ],
    [
      'badge thirty-days: stands there twice',
      changed({ badges: [...defaultProgram.badges, ...defaultProgram.badges] }),
    ],
    ['rule check-in: stands there twice', withRule({ id: 'check-in' })],
    ['rule check-in: stands there twice', withMultiplier({ id: 'check-in' })],
    ['rule 7: is no valid id', withRule({ id: '7' })],
    ['rule a:b: is no valid id', withRule({ id: 'a:b' })],
    ['rule gift: has no name', withRule({ name: '' })],
    ['rule gift: grants nothing', withRule({ grant: {} })],
    ['rule gift: there is no badge gold', withRule({ grant: { badgeId: 'gold' } })],
    ['rule gift: there is no tier gold', withRule({ where: { tierId: 'gold' } })],
    [
      `rule gift: points: ${whole('1 to 1000000', 0)}`,
      withRule({ grant: { points: { fixed: 0 } } }),
    ],
    [
      `rule gift: points: ${whole('1 to 1000000', 'NaN')}`,
      withRule({ grant: { points: { fixed: Number.NaN } } }),
    ],
    [
      `rule gift: growth: ${whole('1 to 1000000', 1_000_001)}`,
      withRule({ grant: { growth: { fixed: 1_000_001 } } }),
    ],
    [
      `rule gift: points: ladder steps: ${whole('1 to 366', 0)}`,
      withRule({ grant: { points: { ladderByStreak: [] } } }),
    ],
    [
      `rule gift: points: step 2: ${whole('1 to 1000000', -3)}`,
      withRule({ grant: { points: { ladderByStreak: [1, -3, 2] } } }),
    ],
    [`rule gift: freezes: ${whole('1 to 10', 11)}`, withRule({ grant: { freezes: 11 } })],
    [
      `rule gift: minStreakDays: ${whole('1 to 10000', 0)}`,
      withRule({ where: { minStreakDays: 0 } }),
    ],
    [
      `rule gift: everyStreakDays: ${whole('1 to 10000', 0)}`,
      withRule({ where: { everyStreakDays: 0 } }),
    ],
    [`rule gift: dayOfMonth: ${whole('1 to 31', 32)}`, withRule({ where: { dayOfMonth: 32 } })],
    [
      `multiplier double: dayOfMonth: ${whole('1 to 31', 0)}`,
      withMultiplier({ where: { dayOfMonth: 0 } }),
    ],
    ['multiplier double: there is no tier gold', withMultiplier({ where: { tierId: 'gold' } })],
    [
      `multiplier double: timesBp: ${whole('10000 to 100000', 9_999)}`,
      withMultiplier({ timesBp: 9_999 }),
    ],
    [`streak: freezesMax: ${whole('0 to 31', -1)}`, changed({ streak: { freezesMax: -1 } })],
    [
      `points: expiry months: ${whole('1 to 120', 0)}`,
      changed({ points: { expiry: { kind: 'end-of-month', months: 0 } } }),
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
        purposes: defaultProgram.privacy.purposes.filter(({ purpose }) => purpose !== 'marketing'),
      }),
    ],
  ])('%s', (problem, program) => {
    expect(checkProgram(program)).toEqual([problem])
  })

  it('and all that is wrong at once', () => {
    const program = { ...withRule({ name: '', grant: {} }), streak: { freezesMax: 32 } }
    expect(checkProgram(program)).toEqual([
      'rule gift: grants nothing',
      'rule gift: has no name',
      'streak: freezesMax: must be a whole number from 0 to 31, is 32',
    ])
  })
})
