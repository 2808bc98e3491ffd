import { describe, expect, it } from 'vitest'
import { inForceAt, newestOf, openBook, standingOf } from '../../bff/src/program/book.ts'
import { defaultProgram } from '../../bff/src/program/default.ts'
import type { Program } from '../../bff/src/program/program.ts'
import { checkSuccession } from '../../bff/src/program/succession.ts'
import { published } from '../fixtures/programs.ts'

/** Versions 1, 2, 3 … by the instants from which they are in force. */
const liveFrom = (...instants: number[]) =>
  instants.map((liveAt, i) => ({ ...published(i + 1, 0, defaultProgram), liveAt }))

describe('the version in force', () => {
  it.each<[what: string, instants: number[], at: number, version: number]>([
    ['the only one', [0], 5, 1],
    ['the newest whose time has come', [0, 10, 20], 19, 2],
    ['the newest from its very instant', [0, 10, 20], 20, 3],
    ['a newer one, also when a former one’s time comes later', [0, 30, 20], 40, 3],
    ['the former one while several wait', [0, 30, 20], 19, 1],
    ['the newer of two that begin at once', [0, 10, 10], 10, 3],
    ['the first, even a little before its time', [10, 20], 9, 1],
  ])('is %s', (_, instants, at, version) => {
    expect(inForceAt(liveFrom(...instants), at).version).toBe(version)
  })

  it('is looked up in the book, as is every other one', () => {
    const versions = liveFrom(0, 10, 20)
    const book = openBook(versions, 15)
    expect(book.inForce.version).toBe(2)
    expect([1, 2, 3].map((version) => book.version(version).version)).toEqual([1, 2, 3])
    expect(() => book.version(4)).toThrow('there is no programme version 4')
    expect(newestOf(versions).version).toBe(3)
    expect(() => openBook([], 0)).toThrow('no programme was published yet')
  })
})

describe('where a version stands', () => {
  it.each<[what: string, instants: number[], at: number, states: string[]]>([
    ['one alone', [0], 5, ['live until null']],
    ['one waits', [0, 10], 5, ['live until 10', 'waiting until null']],
    ['its time has come', [0, 10], 10, ['retired until 10', 'live until null']],
    ['two wait', [0, 10, 20], 5, ['live until 10', 'waiting until 20', 'waiting until null']],
    [
      'the newer one comes first: the former is never in force',
      [0, 30, 20],
      5,
      ['live until 20', 'overtaken until null', 'waiting until null'],
    ],
    [
      'undone at once',
      [0, 30, 5],
      6,
      ['retired until 5', 'overtaken until null', 'live until null'],
    ],
  ])('%s', (_, instants, at, states) => {
    const versions = liveFrom(...instants)
    const told = versions.map((row) => standingOf(row, versions, at))
    expect(told.map(({ state, liveUntil }) => `${state} until ${liveUntil}`)).toEqual(states)
  })
})

const changed = (change: Partial<Program>): Program => ({ ...defaultProgram, ...change })
const [sprout, branch, evergreen] = defaultProgram.tiers
const { privacy } = defaultProgram
type Tiers = Program['tiers']

describe('a programme that follows another one', () => {
  it.each<[what: string, change: Partial<Program>, problems: string[]]>([
    ['may say the same', {}, []],
    ['may have other rules', { rules: [], multipliers: [] }, []],
    [
      'may have one more tier between two others',
      {
        tiers: [sprout, { ...evergreen, id: 'bud' }, branch, evergreen] as Tiers,
      },
      [],
    ],
    [
      'keeps every tier',
      { tiers: [sprout, evergreen] as Tiers },
      ['tier branch: members hold it, it may not disappear'],
    ],
    [
      'keeps every badge',
      { badges: defaultProgram.badges.slice(1) },
      ['badge first-order: members hold it, it may not disappear'],
    ],
    [
      'keeps every coupon, which members may have in hand',
      { coupons: defaultProgram.coupons.slice(1) },
      ['coupon welcome-5: members hold it, it may not disappear'],
    ],
    [
      'keeps the benefits that tiers and badges open',
      { benefits: defaultProgram.benefits.slice(0, 8) },
      ['tasting', 'leaf-frame'].map(
        (id) => `benefit ${id}: a tier or badge opens it, it may not disappear`,
      ),
    ],
    [
      'keeps the first tier',
      { tiers: [{ ...sprout, id: 'seed' }, sprout, branch, evergreen] as Tiers },
      ['tier sprout: every member begins with it, it must stay the first'],
    ],
    [
      'keeps the order of the tiers',
      { tiers: [sprout, evergreen, branch] as Tiers },
      ['tier evergreen: stood above tier branch, it may not fall below'],
    ],
    [
      'does not go back to an older privacy notice',
      { privacy: { ...privacy, version: 0 } },
      ['privacy: version 0 is older than 1, which is agreed to'],
    ],
    [
      'gives another privacy notice a higher version',
      { privacy: { ...privacy, summary: '不一样' } },
      ['privacy: says something else, so it needs a higher version'],
    ],
    ['may have a newer privacy notice', { privacy: { ...privacy, version: 2, summary: '新' } }, []],
  ])('%s', (_, change, problems) => {
    expect(checkSuccession(defaultProgram, changed(change))).toEqual(problems)
  })
})
