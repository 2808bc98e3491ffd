import { describe, expect, it } from 'vitest'
import type { ReportedFact } from '../../bff/src/fact.ts'
import { defaultProgram } from '../../bff/src/program/default.ts'
import type { Rule, Task } from '../../bff/src/program/program.ts'
import type { Life } from './life.ts'
import { live, onlyRules, order, paid, programOf, rule, told, visited } from './life.ts'

const task = (more: Partial<Task> = {}): Task => ({
  set: 'daily',
  summary: '试一试',
  countWord: '次',
  reward: 'auto',
  ...more,
})
const visits = (more: Partial<Rule>, shown: Partial<Task> = {}): Rule =>
  rule('visits', {
    on: ['store-visited'],
    period: 'week',
    target: 2,
    grant: { points: { fixed: 20 } },
    task: task(shown),
    ...more,
  })
const claim = (ruleId: string, nth = 1): ReportedFact => ({
  kind: 'task-claimed',
  key: `task-claimed:${ruleId}:${nth}`,
  ruleId,
})
const join = (ruleId: string): ReportedFact => ({
  kind: 'task-joined',
  key: `task-joined:${ruleId}`,
  ruleId,
})
const checkIn = (day: string): ReportedFact => ({ kind: 'checked-in', key: `check-in:${day}` })
const bought = (orderId: string, fen: number, paidOn: string) =>
  paid(order(orderId, [fen], { paidOn }))
const stateOf = ({ state }: Life, ruleId: string) => {
  const { count, state: stands } = state.progress[ruleId] ?? { count: 0, state: 'unknown' }
  return `${count} ${stands}`
}

describe('a task (K1)', () => {
  it('is granted once its target is met, once a period', () => {
    const life = live({ body: programOf(visits({})) })
    life.on('2026-03-02', visited(1))
    expect(stateOf(life, 'visits')).toBe('1 running')
    const { tasks, entries } = life.on('2026-03-03', visited(2))
    expect([tasks, told(entries)]).toEqual([['visits'], ['earn points +20']])
    life.on('2026-03-08', visited(3), visited(4))
    expect(life.state.points).toBe(20)
    life.on('2026-03-09', visited(5))
    expect(stateOf(life, 'visits')).toBe('1 running')
    life.on('2026-03-15', visited(6))
    expect(life.entries.map(({ key }) => key)).toEqual([
      'visits:week-2026-03-02',
      'visits:week-2026-03-09',
    ])
  })

  it('that counts days counts each day once', () => {
    const life = live({ body: programOf(visits({ measure: 'days' })) })
    life.on('2026-03-02', visited(1), visited(2), visited(3))
    expect(stateOf(life, 'visits')).toBe('1 running')
    life.on('2026-03-04', visited(4))
    expect(stateOf(life, 'visits')).toBe('2 claimed')
  })

  it('that counts money counts what of an order earns', () => {
    const spend = visits({ on: ['order-paid'], measure: 'net-fen', target: 10_000 })
    const life = live({ body: programOf(spend) })
    life.on('2026-03-02', bought('1', 6_000, '2026-03-02'))
    life.on('2026-03-02', paid(order('2', [5_000], { notEarningFen: 1_001 })))
    expect(stateOf(life, 'visits')).toBe('9999 running')
    life.on('2026-03-02', bought('3', 1, '2026-03-02'))
    expect(stateOf(life, 'visits')).toBe('10000 claimed')
  })

  it('is open for so many days after joining', () => {
    const life = live({ body: programOf(visits({ period: 'ever' }, { openDays: 30 })) })
    life.on('2026-03-30', visited(1))
    life.on('2026-03-31', visited(2))
    expect(stateOf(life, 'visits')).toBe('1 running')
  })

  it('that has to be joined counts from then on', () => {
    const life = live({ body: programOf(visits({}, { join: true })) })
    life.on('2026-03-02', visited(1), visited(2))
    expect(stateOf(life, 'visits')).toBe('0 unknown')
    life.on('2026-03-02', join('visits'), visited(3))
    expect(stateOf(life, 'visits')).toBe('1 running')
    life.on('2026-03-03', visited(4))
    expect(life.state.points).toBe(20)
  })
})

describe('a reward that is claimed', () => {
  const claimed = programOf(visits({ on: ['checked-in'] }, { reward: 'claimed' }))
  /** Two check-ins in the week of 2 March: the task is done, and nothing was given yet. */
  function done(): Life {
    const life = live({ body: claimed })
    for (const day of ['2026-03-02', '2026-03-03']) life.on(day, checkIn(day))
    expect([stateOf(life, 'visits'), life.state.points]).toEqual(['2 completed', 0])
    return life
  }

  it('is given when it is claimed', () => {
    const life = done()
    life.on('2026-03-04', claim('visits'))
    expect([stateOf(life, 'visits'), life.state.points]).toEqual(['2 claimed', 20])
  })

  it('is handed over by the next period when nobody claimed it, once', () => {
    const life = done()
    const { entries } = life.on('2026-03-09', checkIn('2026-03-09'))
    expect(entries.map(({ key, amount }) => [key, amount])).toEqual([
      ['visits:week-2026-03-02', 20],
    ])
    life.on('2026-03-10', checkIn('2026-03-10'))
    expect([stateOf(life, 'visits'), life.state.points]).toEqual(['2 completed', 20])
  })

  it('is handed over once, also by what counts for nothing itself', () => {
    const spend = visits({ on: ['order-paid'], measure: 'net-fen' }, { reward: 'claimed' })
    const life = live({ body: programOf(spend) })
    life.on('2026-03-02', bought('1', 100, '2026-03-02'))
    for (const id of ['2', '3'])
      life.on('2026-03-09', paid(order(id, [100], { notEarningFen: 100, paidOn: '2026-03-09' })))
    expect(life.entries.map(({ key }) => key)).toEqual(['visits:week-2026-03-02'])
  })
})

describe('the newcomers’ tasks (K2)', () => {
  const body = onlyRules('new-birthday', 'new-check-in', 'new-order', 'new-welcome', 'new-pack')

  it('lead to a pack with a trial of seven days, once all three are done', () => {
    const life = live({ body })
    life.on('2026-03-01', { kind: 'joined', key: 'joined' })
    expect(life.coupons.map(({ couponId, expiresOn }) => [couponId, expiresOn])).toEqual([
      ['welcome-5', '2026-03-07'],
    ])
    for (const day of ['2026-03-02', '2026-03-04', '2026-03-06']) life.on(day, checkIn(day))
    life.on('2026-03-06', { kind: 'birthday-set', key: 'birthday', month: 5, day: 20 })
    expect(stateOf(life, 'new-pack')).toBe('0 unknown')
    const { tasks } = life.on('2026-03-07', bought('1', 1_500, '2026-03-07'))
    expect(tasks).toEqual(['new-order', 'new-pack'])
    expect([life.state.points, life.state.streak.makeUps]).toEqual([70, 1])

    life.on('2026-03-10', claim('new-pack'))
    expect([life.state.growth, life.state.tierId]).toEqual([50, 'branch'])
    life.until('2026-03-16')
    expect(life.state.tierId).toBe('branch')
    life.until('2026-03-17')
    expect(life.state.tierId).toBe('sprout')
  })
})

describe('a path and a challenge (K3, K4)', () => {
  const tea = (orderId: string, category: string) => {
    const cup = order(orderId, [2_000])
    return paid({ ...cup, lines: cup.lines.map((line) => ({ ...line, category })) })
  }
  const review = (nth: number): ReportedFact => ({ kind: 'review-written', key: `review:${nth}` })

  it('count a stage only after the one before', () => {
    const life = live({ body: onlyRules('explore-1', 'explore-2', 'explore-3') })
    life.on('2026-03-02', tea('1', 'new'), review(1))
    expect(life.state.progress).toEqual({})
    life.on('2026-03-02', visited(1), tea('2', 'tea'), tea('3', 'new'))
    life.on('2026-03-02', review(2), review(3), review(4))
    expect(life.state.points).toBe(60)
    expect(life.state.badges.map(({ badgeId }) => badgeId)).toEqual(['explorer'])
  })

  it('climb from the foot in every season, and the summit gives a badge', () => {
    const life = live({ body: onlyRules('climb-1', 'climb-2', 'climb-3', 'climber-badge') })
    life.on('2026-04-01', join('climb-1'))
    for (let n = 1; n <= 8; n++) life.on('2026-04-02', bought(`a${n}`, 2_000, '2026-04-02'))
    expect(stateOf(life, 'climb-2')).toBe('5 claimed')
    life.on('2026-04-03', bought('a9', 60_000, '2026-04-03'))
    expect(stateOf(life, 'climb-3')).toBe('60000 claimed')
    expect(life.state.points).toBe(310)
    expect(life.state.badges.map(({ badgeId }) => badgeId)).toEqual(['climber'])

    // A large first order of the next season is one of three, and no summit.
    life.on('2026-07-02', bought('b1', 60_000, '2026-07-02'))
    expect(life.state.points).toBe(310)
    expect(['climb-1', 'climb-2', 'climb-3'].map((id) => life.state.progress[id]?.period)).toEqual([
      'season-2026-07-01',
      'season-2026-04-01',
      'season-2026-04-01',
    ])
  })

  it('grow richer with the days of a month (K7)', () => {
    const life = live({ body: onlyRules('active-5', 'active-12', 'active-20') })
    for (let n = 1; n <= 31; n++) {
      const day = `2026-03-${String(n).padStart(2, '0')}`
      life.on(day, checkIn(day))
    }
    expect(life.coupons.map(({ couponId, issuedOn }) => [couponId, issuedOn])).toEqual([
      ['active-rung-1', '2026-03-05'],
      ['active-rung-2', '2026-03-12'],
      ['active-rung-3', '2026-03-20'],
    ])
  })
})

it('every stage of the default programme waits for one that is there', () => {
  const ids = defaultProgram.rules.map(({ id }) => id)
  const waits = defaultProgram.rules.flatMap(({ task }) => task?.after ?? [])
  expect(waits.filter((id) => !ids.includes(id))).toEqual([])
})
