import { expect, it } from 'vitest'
import { people } from '../../bff/scripts/people.ts'
import { expirySchedule } from '../../bff/src/ledger/lots.ts'
import type { Change, Refusal, TierStep } from '../../bff/src/model.ts'
import { appendOnlyTables, tables } from '../../bff/src/stores.ts'
import { answered, checkIn } from '../fixtures/acts.ts'
import { noon, type OpenedApp } from '../fixtures/open-app.ts'
import { yearLongCheckIns } from '../fixtures/programs.ts'
import { allRows } from '../fixtures/rows.ts'
import { memberIdOf } from './member-acts.ts'
import { type Databases, openPlace } from './place.ts'

interface Page {
  edges: { cursor: string; node: { id: string } }[]
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean }
}

const day = '2026-03-02'

/** What a first check-in does not bring: a badge won and lost, a step of the tiers, a refusal. */
function oneOfEach(memberId: string): readonly Change[] {
  const badge = { badgeId: 'thirty-days', earnedOn: day }
  const refusal: Refusal = {
    memberId,
    key: 'article-read:1',
    ruleId: 'article-read',
    unit: 'points',
    limitId: 'cap:daily-points',
    wanted: 1,
    given: 0,
    day,
    at: 1,
  }
  const step: TierStep = {
    memberId,
    factSeq: 2,
    nth: 1,
    kind: 'granted',
    grant: { tierId: 'sprout', reason: 'manual', from: day, until: null },
    tierId: 'sprout',
    earned: null,
    needed: null,
    day,
    at: 1,
  }
  const objection = { lookUpId: 'l', memberId, words: '', at: 1 }
  return [
    { kind: 'look-up-objected', objection },
    { kind: 'badge-awarded', memberId, badge, ruleId: 'thirty-days', seq: 2 },
    { kind: 'badge-taken', memberId, badgeId: 'thirty-days', at: 1, why: 'refund', seq: 3 },
    { kind: 'refusal', refusal },
    { kind: 'tier-changed', step },
    { kind: 'fact-reported', report: { key: 'commented:a:1', memberId, said: '{}', at: 1 } },
  ]
}

/** The ledger is read page by page without a gap, and only added to. */
export function ledgerContract(databases: Databases): void {
  const place = openPlace(databases, { program: yearLongCheckIns })

  async function page(app: OpenedApp, token: string, args: string): Promise<Page> {
    const query = `{ me { entries(${args}) {
      edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage }
    } } }`
    return answered(await app.ask<{ me: { entries: Page } }>(query, {}, token)).me.entries
  }

  const checkInOn = async (app: OpenedApp, token: string, day: string) => {
    app.clock.at = noon(day)
    expect(await checkIn(app, token)).toMatchObject({ kind: 'CheckedIn' })
  }

  /** Six days of check-ins: entries 1 to 12, odd ones points, even ones growth. */
  async function sixDays(): Promise<{ app: OpenedApp; lin: string }> {
    const { app } = place
    const lin = await app.join(people.lin.phone)
    for (const day of ['02', '03', '04', '05', '06', '07'])
      await checkInOn(app, lin, `2026-03-${day}`)
    return { app, lin }
  }

  /** The ids of all pages; before each further page the member checks in once more. */
  async function allPages(filter: string, forward: boolean): Promise<string[][]> {
    const { app, lin } = await sixDays()
    const pages: string[][] = []
    let from = ''
    for (let day = 8; day < 20; day++) {
      const size = forward ? 'first: 5' : 'last: 5'
      const { edges, pageInfo } = await page(app, lin, `${size} ${from} ${filter}`)
      pages.push(edges.map(({ node }) => node.id))
      if (!(forward ? pageInfo.hasNextPage : pageInfo.hasPreviousPage)) break
      const end = edges.at(forward ? -1 : 0)
      from = `${forward ? 'after' : 'before'}: "${end?.cursor}"`
      if (day < 10) await checkInOn(app, lin, `2026-03-${String(day).padStart(2, '0')}`)
    }
    return pages
  }

  it('lists every entry once from the newest on, while new ones arrive', async () => {
    expect(await allPages('', true)).toEqual([
      ['12', '11', '10', '9', '8'],
      ['7', '6', '5', '4', '3'],
      ['2', '1'],
    ])
  })

  it('lists every entry once from the oldest on, and those that arrive', async () => {
    expect(await allPages('', false)).toEqual([
      ['5', '4', '3', '2', '1'],
      ['10', '9', '8', '7', '6'],
      ['15', '14', '13', '12', '11'],
      ['16'],
    ])
  })

  it('lists every entry of one unit once', async () => {
    expect(await allPages('unit: POINTS', true)).toEqual([['11', '9', '7', '5', '3'], ['1']])
  })

  it('adds up the points that end first', async () => {
    const { app } = await sixDays()
    app.clock.at = noon('2026-04-01')
    const lin = await app.join(people.lin.phone)
    await checkIn(app, lin)
    const memberId = await memberIdOf(app, lin)
    const state = await app.stores.member.loadKnown(memberId)
    const march = { expiresOn: '2027-03-31', points: 18 }
    const april = { expiresOn: '2027-04-30', points: 2 }
    expect(expirySchedule(state, '2026-04-01')).toEqual([march, april])
    expect(expirySchedule(state, '2027-03-31')).toEqual([march, april])
    expect(expirySchedule(state, '2027-04-01')).toEqual([april])
    expect(expirySchedule(state, '2027-05-01')).toEqual([])
  })

  it.each(appendOnlyTables)('only ever adds to %s', async (name) => {
    const { app } = place
    const lin = await app.join(people.lin.phone)
    await checkIn(app, lin)
    const memberId = await memberIdOf(app, lin)
    await app.stores.commit(oneOfEach(memberId))
    const rows = await allRows(app.driver)
    const { kit } = app.driver
    const key = name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())
    const table = Object.entries(tables(kit)).find(([each]) => each === key)?.[1]
    if (!table) throw new Error(`there is no table ${name}`)
    expect(rows[key]?.length).toBeGreaterThan(0)
    const remove = app.driver.write((db) => db.delete(table))
    await expect(app.driver.commit([remove({})])).rejects.toThrow(`${name} is only added to`)
    expect(await allRows(app.driver)).toEqual(rows)
  })
}
