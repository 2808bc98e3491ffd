import { describe, expect, it } from 'vitest'
import { defaultProgram } from '../../bff/src/program/default.ts'
import { factWords } from '../../bff/src/program/fact-words.ts'
import { problemsOf, readProgram } from '../../bff/src/program/read-program.ts'

/** The default programme as JSON, with one place changed; undefined takes the field away. */
function written(place: string, value: unknown): string {
  const copy = JSON.parse(JSON.stringify(defaultProgram))
  const way = place.split('.')
  const last = way.pop() ?? ''
  const parent = way.reduce((at, name) => at[name], copy)
  parent[last] = value
  return JSON.stringify(copy)
}

const mustBeFact = (at: string) => `${at}: must be one of ${Object.keys(factWords).join(', ')}`
const mustBeSum =
  'rules[0].grant.points: must be { fixed } or { ladderByStreak } or { perYuan: tier-rate } or { perYuan } or { shareBp }'
const mustBeExpiry =
  'points.expiry: must be { kind: end-of-month, months } or { kind: calendar, days, atLeastDays } or { kind: inactivity, days }'

describe('a programme that somebody wrote', () => {
  it('is read when it has the form of one', () => {
    const text = JSON.stringify(defaultProgram)
    expect(readProgram(text)).toEqual({ program: defaultProgram })
  })

  it.each([
    { kind: 'end-of-month', months: 24 },
    { kind: 'calendar', days: ['06-30'], atLeastDays: 30 },
    { kind: 'inactivity', days: 180 },
  ])('is read with either way of ending points: $kind', (expiry) => {
    expect(readProgram(written('points.expiry', expiry))).toMatchObject({
      program: { points: { expiry } },
    })
  })

  it('is read with other sums, conditions and no optional fields', () => {
    const rules = [
      { ...defaultProgram.rules[0], where: { tierId: 'branch' }, grant: { growth: { fixed: 1 } } },
    ]
    expect(readProgram(written('rules', rules))).toMatchObject({ program: { rules } })
  })

  it.each<[place: string, value: unknown, problem: string]>([
    ['brand', 7, 'brand: must be text'],
    ['brand', undefined, 'brand: is missing'],
    ['brandd', 'x', 'brandd: there is no such field'],
    ['rules.1.where.dayOfMonth', '15', 'rules[1].where.dayOfMonth: must be a whole number'],
    ['rules.1.where.dayOfMonth', 1.5, 'rules[1].where.dayOfMonth: must be a whole number'],
    ['rules.1.where.dayOfMonht', 15, 'rules[1].where.dayOfMonht: there is no such field'],
    ['rules.1.where', null, 'rules[1].where: must be an object'],
    ['rules', {}, 'rules: must be a list'],
    ['rules.2', 'x', 'rules[2]: must be an object'],
    ['rules.0.on', 'checked-in', 'rules[0].on: must be a list'],
    ['rules.0.on.0', 'signed-in', mustBeFact('rules[0].on[0]')],
    ['rules.0.on.0', 'constructor', mustBeFact('rules[0].on[0]')],
    ['multipliers.0.on', 'signed-in', mustBeFact('multipliers[0].on')],
    [
      'rules.2.period',
      'hour',
      'rules[2].period: must be one of day, week, month, season, year, ever',
    ],
    ['rules.0.grant.points', { random: 5 }, mustBeSum],
    ['rules.0.grant.points', 5, mustBeSum],
    [
      'rules.0.grant.points',
      { perYuan: 'rate' },
      'rules[0].grant.points.perYuan: must be a whole number',
    ],
    [
      'rules.0.grant.points',
      { perYuan: 1.5 },
      'rules[0].grant.points.perYuan: must be a whole number',
    ],
    ['points.expiry', { kind: 'never' }, mustBeExpiry],
    ['points.expiry', { months: 3 }, mustBeExpiry],
    ['points.expiry', { kind: 'inactivity' }, 'points.expiry.days: is missing'],
    [
      'points.expiry',
      { kind: 'inactivity', days: 90, months: 3 },
      'points.expiry.months: there is no such field',
    ],
    [
      'rules.0.where',
      { birthdayMonth: false },
      'rules[0].where.birthdayMonth: must be true, or left out',
    ],
    [
      'coupons.0.worth',
      { payBp: 9_500 },
      'coupons[0].worth: must be { offFen } or { payBp, offFenMax } or { free }',
    ],
    ['rules.0.limits', [{ times: 3 }], 'rules[0].limits[0].per: is missing'],
    ['caps.0.exceptOn.0', 'paid', mustBeFact('caps[0].exceptOn[0]')],
    [
      'rules.0.grant.points',
      { fixed: 5, ladderByStreak: [1] },
      'rules[0].grant.points.ladderByStreak: there is no such field',
    ],
    [
      'rules.0.grant.points.ladderByStreak.1',
      'two',
      'rules[0].grant.points.ladderByStreak[1]: must be a whole number',
    ],
    ['privacy.purposes.0.required', 'yes', 'privacy.purposes[0].required: must be true or false'],
    ['tiers.0.benefitIds.0', 1, 'tiers[0].benefitIds[0]: must be text'],
  ])('is refused with the place: %s = %j', (place, value, problem) => {
    expect(readProgram(written(place, value))).toEqual({ problems: [problem] })
  })

  it.each([
    ['no JSON', '{', ['the programme: must be JSON']],
    ['a list', '[]', ['the programme: must be an object']],
    ['null', 'null', ['the programme: must be an object']],
    [
      'a field that would reach behind the object',
      JSON.stringify(defaultProgram).replace('{', '{"__proto__":{"brand":1},'),
      ['__proto__: there is no such field'],
    ],
    ['too long', ' '.repeat(65_537), ['the programme: is longer than 65536 characters']],
  ])('is refused when it is %s', (_, text, problems) => {
    expect(readProgram(text)).toEqual({ problems })
  })

  it('leaves room: as JSON within JSON it takes less than half of what a request may have', () => {
    const request = JSON.stringify({ variables: { body: JSON.stringify(defaultProgram) } })
    expect(Buffer.byteLength(request)).toBeLessThan((64 * 1024) / 2)
  })

  it('names at most fifty problems', () => {
    const rules = Array.from({ length: 51 }, () => 0)
    expect(readProgram(written('rules', rules))).toMatchObject({ problems: { length: 50 } })
  })
})

describe('a stored programme', () => {
  it('has the problems of its form before those of what it says', () => {
    const body = { ...defaultProgram, tiers: [] }
    expect(problemsOf(body)).toContain('the first tier must start at growth 0')
    expect(problemsOf(Object.assign({ ...body }, { rules: undefined }))).toEqual([
      'rules: must be a list',
    ])
  })
})
