import { beforeEach, describe, expect, it } from 'vitest'
import { people } from '../../bff/scripts/people.ts'
import { defaultProgram } from '../../bff/src/program/default.ts'
import type { Rule } from '../../bff/src/program/program.ts'
import { answered, checkIn, newKey } from '../fixtures/acts.ts'
import { noon, type OpenedApp, openApp } from '../fixtures/open-app.ts'
import { published, yearLongSessions } from '../fixtures/programs.ts'
import { buy, report } from '../fixtures/report.ts'
import { countRows } from '../fixtures/rows.ts'
import { memberIdOf } from '../store/member-acts.ts'

interface Task {
  id: string
  set: string
  state: string
  count: number
  target: number
  progress: string
  endsOn: string | null
  first: { id: string; name: string }[]
  gives: { words: string }
}

const TASKS = `{ me { tasks {
  id set state count target progress endsOn first { id name } gives { words }
} } }`

const JOIN = `mutation ($key: ID!, $taskId: ID!) { joinTask(key: $key, taskId: $taskId) {
  kind: __typename
  ... on TaskJoined { taskId }
  ... on TaskClosed { reason }
} }`

const CLAIM = `mutation ($key: ID!, $taskId: ID!) { claimTask(key: $key, taskId: $taskId) {
  kind: __typename
  ... on TaskClaimed {
    given {
      points growth makeUps freezes entries { unit amount } badges { name }
      tierReached { name } coupons { definition { name } } heldBack { reason }
    }
    me { points }
  }
  ... on TaskClosed { reason }
  ... on NotCompleted { count target }
  ... on KeyReused { key }
} }`

let app: OpenedApp
let lin: string
let linId: string

/** A Monday. */
beforeEach(async () => {
  app = await openApp({ day: '2026-03-02', program: yearLongSessions })
  lin = await app.join(people.lin.phone)
  linId = await memberIdOf(app, lin)
})

const tasks = async (): Promise<Task[]> =>
  answered(await app.ask<{ me: { tasks: Task[] } }>(TASKS, {}, lin)).me.tasks

async function task(id: string): Promise<Task> {
  const found = (await tasks()).find((each) => each.id === id)
  if (!found) throw new Error(`${id} is not to be seen`)
  return found
}

const join = async (taskId: string, key = newKey()) =>
  answered(await app.ask<{ joinTask: object }>(JOIN, { key, taskId }, lin)).joinTask
const claim = async (taskId: string, key = newKey()) =>
  answered(await app.ask<{ claimTask: { kind: string } }>(CLAIM, { key, taskId }, lin)).claimTask

const on = (day: string) => {
  app.clock.at = noon(day)
}
const checkInOn = async (...days: string[]) => {
  for (const day of days) {
    on(day)
    await checkIn(app, lin)
  }
}

describe('the tasks of a new member (K1–K4, K7)', () => {
  it('are those of the programme, but for those that keep a tier', async () => {
    expect((await tasks()).map(({ id, set, state }) => `${id} ${set} ${state}`)).toEqual([
      'new-birthday NEWCOMER OPEN',
      'new-check-in NEWCOMER OPEN',
      'new-order NEWCOMER OPEN',
      'new-pack NEWCOMER LOCKED',
      'daily-read DAILY OPEN',
      'daily-comment DAILY OPEN',
      'weekly-visit WEEKLY OPEN',
      'weekly-check-in WEEKLY OPEN',
      'friends-3 CHALLENGE OPEN',
      'friends-5 CHALLENGE OPEN',
      'friends-10 CHALLENGE OPEN',
      'explore-1 PATH OPEN',
      'explore-2 PATH LOCKED',
      'explore-3 PATH LOCKED',
      'climb-1 CHALLENGE JOINABLE',
      'climb-2 CHALLENGE LOCKED',
      'climb-3 CHALLENGE LOCKED',
      'active-5 CHALLENGE OPEN',
      'active-12 CHALLENGE OPEN',
      'active-20 CHALLENGE OPEN',
    ])
  })

  it.each([
    ['new-pack', '50成长值、体验7天青枝', '0 / 1次', '2026-03-31'],
    ['daily-read', '2积分', '0 / 1篇', '2026-03-02'],
    ['weekly-check-in', '10积分、1张补签卡', '0 / 5天', '2026-03-08'],
    ['explore-3', '30积分、徽章「探险家」', '0 / 3篇', null],
    ['climb-3', '200积分', '¥0 / ¥600', '2026-03-31'],
    ['active-5', '1张「常来券·一阶」', '0 / 5天', '2026-03-31'],
  ])('%s gives %s, stands at %s and ends on %s', async (id, words, progress, endsOn) => {
    expect(await task(id)).toMatchObject({ gives: { words }, progress, endsOn })
  })

  it('name what has to be done first, as long as it is not done', async () => {
    expect((await task('new-pack')).first.map(({ name }) => name)).toEqual([
      '填写生日',
      '签到3天',
      '完成首单',
    ])
    await buy(app, linId, 1_500)
    expect((await task('new-pack')).first.map(({ id }) => id)).toEqual([
      'new-birthday',
      'new-check-in',
    ])
  })

  it('are over thirty days after joining, but for what was completed', async () => {
    await checkInOn('2026-03-02', '2026-03-03', '2026-03-04')
    on('2026-03-31')
    expect(await task('new-order')).toMatchObject({ state: 'OPEN', endsOn: '2026-03-31' })
    on('2026-04-01')
    expect(await task('new-order')).toMatchObject({ state: 'OVER' })
    expect(await task('new-check-in')).toMatchObject({ state: 'CLAIMED', count: 3, target: 3 })
  })

  it('count anew when their period is over', async () => {
    await checkInOn('2026-03-05', '2026-03-06')
    expect(await task('weekly-check-in')).toMatchObject({ count: 2, endsOn: '2026-03-08' })
    on('2026-03-09')
    expect(await task('weekly-check-in')).toMatchObject({ count: 0, endsOn: '2026-03-15' })
    expect(await task('active-5')).toMatchObject({ count: 2, endsOn: '2026-03-31' })
  })
})

describe('a task that waits to be claimed', () => {
  const week = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06']

  it('answers what was given, once, whatever is tapped', async () => {
    await checkInOn(...week)
    expect(await task('weekly-check-in')).toMatchObject({ state: 'COMPLETED', count: 5 })
    const first = await claim('weekly-check-in', 'key-of-claim')
    expect(first).toEqual({
      kind: 'TaskClaimed',
      given: {
        points: 10,
        growth: 0,
        makeUps: 1,
        freezes: 0,
        entries: [{ unit: 'POINTS', amount: 10 }],
        badges: [],
        tierReached: null,
        coupons: [],
        heldBack: [],
      },
      // 2, 2, 3, 3, 4 for the days.
      me: { points: 24 },
    })
    expect(await claim('weekly-check-in', 'key-of-claim')).toEqual(first)
    expect(await claim('weekly-check-in')).toEqual({ kind: 'AlreadyClaimed' })
    expect(await claim('new-pack', 'key-of-claim')).toMatchObject({ kind: 'KeyReused' })
    expect(await task('weekly-check-in')).toMatchObject({ state: 'CLAIMED' })
  })

  it('claimed from two phones at once is given once', async () => {
    await checkInOn(...week)
    const { entries = 0 } = await countRows(app.driver)
    const answers = await Promise.all([claim('weekly-check-in'), claim('weekly-check-in')])
    expect(answers.map(({ kind }) => kind).sort()).toEqual(['AlreadyClaimed', 'TaskClaimed'])
    expect(await countRows(app.driver)).toMatchObject({ entries: entries + 1 })
  })

  it('can be claimed in the next week too, and that week counts from its own beginning', async () => {
    await checkInOn(...week)
    on('2026-03-10')
    expect(await task('weekly-check-in')).toMatchObject({ state: 'COMPLETED', endsOn: null })
    expect(await claim('weekly-check-in')).toMatchObject({ kind: 'TaskClaimed' })
    expect(await task('weekly-check-in')).toMatchObject({ state: 'OPEN', count: 0 })
  })

  it('opens the tier on trial of the newcomers’ pack (E5)', async () => {
    await checkInOn('2026-03-02', '2026-03-03', '2026-03-04')
    await buy(app, linId, 1_500)
    await report(app, linId, { kind: 'birthday-set', key: 'birthday-set', month: 5, day: 1 })
    expect(await claim('new-pack')).toMatchObject({
      kind: 'TaskClaimed',
      given: { growth: 50, tierReached: { name: '青枝' } },
    })
    const tier = async () =>
      answered(
        await app.ask<{ me: { tier: { name: string } } }>('{ me { tier { name } } }', {}, lin),
      ).me.tier.name
    on('2026-03-10')
    expect(await tier()).toBe('青枝')
    on('2026-03-11')
    expect(await tier()).toBe('新芽')
  })

  it.each([
    ['a task that is none', 'check-in', { kind: 'TaskUnknown' }],
    ['a task of another kind of member', 'keep-order', { kind: 'TaskUnknown' }],
    ['what is not completed', 'weekly-check-in', { kind: 'NotCompleted', count: 0, target: 5 }],
    ['what waits for others', 'explore-2', { kind: 'TaskClosed', reason: 'NOT_YET' }],
    ['what was not joined', 'climb-1', { kind: 'TaskClosed', reason: 'NOT_JOINED' }],
  ])('refuses %s', async (_, id, refusal) => {
    expect(await claim(id)).toEqual(refusal)
  })

  it('refuses what is over', async () => {
    on('2026-04-01')
    expect(await claim('new-order')).toEqual({ kind: 'TaskClosed', reason: 'OVER' })
  })
})

describe('a task to be joined (K4)', () => {
  it('counts from then on, and not what was before', async () => {
    await buy(app, linId, 2_000)
    expect(await task('climb-1')).toMatchObject({ state: 'JOINABLE', count: 0 })
    expect(await join('climb-1', 'key-of-join')).toEqual({ kind: 'TaskJoined', taskId: 'climb-1' })
    expect(await join('climb-1', 'key-of-join')).toMatchObject({ kind: 'TaskJoined' })
    expect(await task('climb-1')).toMatchObject({ state: 'OPEN', count: 0 })
    await buy(app, linId, 2_000)
    expect(await task('climb-1')).toMatchObject({ state: 'OPEN', count: 1, progress: '1 / 3单' })
  })

  it.each([
    ['one that was joined', 'climb-1', { kind: 'AlreadyJoined' }],
    ['one that everybody is in', 'daily-read', { kind: 'AlreadyJoined' }],
    ['one that is none', 'climb-9', { kind: 'TaskUnknown' }],
  ])('refuses %s', async (_, id, refusal) => {
    await join('climb-1')
    expect(await join(id)).toEqual(refusal)
  })

  it('begins at the foot of the ladder in a new season', async () => {
    await join('climb-1')
    for (let i = 0; i < 3; i++) await buy(app, linId, 2_000)
    expect(await task('climb-1')).toMatchObject({ state: 'CLAIMED' })
    expect(await task('climb-2')).toMatchObject({ state: 'OPEN' })
    on('2026-04-01')
    expect(await task('climb-1')).toMatchObject({ state: 'OPEN', count: 0 })
    expect(await task('climb-2')).toMatchObject({ state: 'LOCKED', first: [{ id: 'climb-1' }] })
  })
})

describe('a newer version of the programme', () => {
  it('shows a task that was begun with the terms it began under', async () => {
    await checkInOn('2026-03-02')
    const rules = defaultProgram.rules.map((rule) =>
      rule.id === 'weekly-check-in' ? { ...rule, target: 6 } : rule,
    )
    const body = { ...yearLongSessions, rules }
    await app.stores.commit([
      { kind: 'program-published', program: published(2, app.clock.at, body) },
    ])
    app.clock.at += 5_000
    expect(await task('weekly-check-in')).toMatchObject({ count: 1, target: 5 })
    on('2026-03-09')
    expect(await task('weekly-check-in')).toMatchObject({ count: 0, target: 6 })
  })

  it.each([
    ['lowers it', (rule: Rule): Rule[] => [{ ...rule, grant: { points: { fixed: 1 } } }]],
    ['has no such task', (): Rule[] => []],
  ])('pays a reward that waits as it was promised, also when it %s', async (_, changed) => {
    await checkInOn('2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06')
    const rules = defaultProgram.rules.flatMap((rule) =>
      rule.id === 'weekly-check-in' ? changed(rule) : [rule],
    )
    const body = { ...yearLongSessions, rules }
    await app.stores.commit([
      { kind: 'program-published', program: published(2, app.clock.at, body) },
    ])
    on('2026-03-10')
    expect(await claim('weekly-check-in')).toMatchObject({
      kind: 'TaskClaimed',
      given: { points: 10, makeUps: 1, entries: [{ unit: 'POINTS', amount: 10 }] },
    })
  })
})
