import { describe, expect, it } from 'vitest'
import { checkProgram } from '../../bff/src/program/check-program.ts'
import type { Program, Rule, Task } from '../../bff/src/program/program.ts'
import { checkInOnly } from '../fixtures/programs.ts'

const gift: Rule = {
  id: 'gift',
  name: '礼物',
  sources: [],
  on: ['joined'],
  grant: { points: { fixed: 1 } },
}
const withRule = (change: Partial<Rule>): Program => ({
  ...checkInOnly,
  rules: [...checkInOnly.rules, { ...gift, ...change }],
})
const task: Task = { set: 'daily', summary: '', countWord: '次', reward: 'auto' }
const whole = (range: string, value: number | string) =>
  `must be a whole number from ${range}, is ${value}`

describe('a rule that may not be published says what is wrong, once', () => {
  it.each<[string, Program]>([
    ['rule check-in: stands there twice', withRule({ id: 'check-in' })],
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
    ['rule gift: answers to no fact', withRule({ on: [] })],
    ['rule gift: a target needs a period', withRule({ target: 2 })],
    [
      'rule gift: only orders are measured by money',
      withRule({ period: 'ever', target: 2, measure: 'net-fen' }),
    ],
    ['rule gift: a limit limits nothing', withRule({ limits: [{ per: 'day' }] })],
    [
      `rule gift: budget max: ${whole('1 to 1000000000', 0)}`,
      withRule({ budget: { unit: 'points', per: 'day', max: 0 } }),
    ],
    [
      'rule gift: there is no coupon gold',
      withRule({ grant: { coupons: [{ couponId: 'gold', count: 1 }] } }),
    ],
    [
      'rule gift: there is no tier gold',
      withRule({ grant: { trial: { tierId: 'gold', days: 7 } } }),
    ],
    [
      'rule gift: points: only orders have a net',
      withRule({ grant: { points: { perYuan: 'tier-rate' } } }),
    ],
    [
      `rule gift: growth: shareBp: ${whole('1 to 10000', 10_001)}`,
      withRule({ grant: { growth: { shareBp: 10_001 } } }),
    ],
    ['rule gift: a task needs a period', withRule({ task })],
    [
      'rule gift: waits for itself',
      withRule({ period: 'ever', task: { ...task, after: ['gift'] } }),
    ],
    [
      'rule gift: there is no rule gold',
      withRule({ period: 'ever', task: { ...task, after: ['gold'] } }),
    ],
    ['rule gift: keeps no tier', withRule({ period: 'ever', task: { ...task, set: 'keep-tier' } })],
    [
      'rule gift: what is reached can be reached again: it needs a period',
      withRule({ on: ['tier-reached'] }),
    ],
    [
      'rule gift: what is reached can be reached again: it needs a period',
      withRule({ on: ['joined', 'badge-awarded'] }),
    ],
    [
      'rule gift: only a badge with a period can be taken back',
      withRule({ on: ['order-paid'], onRefund: 'take-back', grant: { badgeId: 'first-order' } }),
    ],
    [
      'rule gift: only a badge with a period can be taken back',
      withRule({ on: ['order-paid'], onRefund: 'take-back', period: 'ever' }),
    ],
    [
      'rule gift: ends before it begins',
      withRule({ where: { from: '2027-02-12', until: '2027-02-05' } }),
    ],
  ])('%s', (problem, program) => {
    expect(checkProgram(program)).toEqual([problem])
  })
})
