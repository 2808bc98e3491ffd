import { describe, expect, it } from 'vitest'
import { people } from '../../bff/scripts/people.ts'
import { checkIn } from '../fixtures/acts.ts'
import { allRows, countRows } from '../fixtures/rows.ts'
import type { Fault } from './faulty-driver.ts'
import { countKinds, memberIdOf, setConsent, times } from './member-acts.ts'
import { type Databases, openPlace } from './place.ts'

const KEY = 'key-on-the-phone'

/** A key is answered once and for ever, whatever happens between the commit and the answer. */
export function commandContract(databases: Databases): void {
  const place = openPlace(databases)
  const { phone } = people.lin

  describe('a repeated key', () => {
    it('gets the first answer, to the byte, and does nothing again', async () => {
      const { app } = place
      const lin = await app.join(phone)
      const first = await checkIn(app, lin, KEY)
      const rows = await allRows(app.driver)
      app.clock.at += 3_600_000
      expect(JSON.stringify(await checkIn(app, lin, KEY))).toBe(JSON.stringify(first))
      expect(await allRows(app.driver)).toEqual(rows)
    })

    it('gets the first answer on a later day too', async () => {
      const { app } = place
      const lin = await app.join(phone)
      const first = await checkIn(app, lin, KEY)
      app.clock.at += 2 * 86_400_000
      expect(await checkIn(app, lin, KEY)).toMatchObject({
        kind: 'CheckedIn',
        day: first.day,
        entries: first.entries,
      })
      expect(await countRows(app.driver)).toMatchObject({ checkInDays: 1, entries: 2 })
    })

    it('gets the first answer when it was a refusal', async () => {
      const { app } = place
      const lin = await app.join(phone)
      await checkIn(app, lin)
      const refusal = { kind: 'AlreadyCheckedIn', day: '2026-03-02' }
      expect(await checkIn(app, lin, KEY)).toEqual(refusal)
      app.clock.at += 86_400_000
      expect(await checkIn(app, lin, KEY)).toEqual(refusal)
      expect(await countRows(app.driver)).toMatchObject({ checkInDays: 1 })
    })

    it('is refused for other arguments, and nothing is done', async () => {
      const { app } = place
      const lin = await app.join(phone)
      const wish = { purpose: 'MARKETING', given: true } as const
      expect(await setConsent(app, lin, wish, KEY)).toEqual({ kind: 'ConsentSet' })
      const rows = await allRows(app.driver)
      expect(await setConsent(app, lin, { ...wish, given: false }, KEY)).toEqual({
        kind: 'KeyReused',
      })
      expect(await checkIn(app, lin, KEY)).toMatchObject({ kind: 'KeyReused' })
      expect(await allRows(app.driver)).toEqual(rows)
    })

    it('of another member is another key', async () => {
      const { app } = place
      const lin = await app.join(phone)
      const wang = await app.join(people.wang.phone)
      expect(await checkIn(app, lin, KEY)).toMatchObject({ kind: 'CheckedIn' })
      expect(await checkIn(app, wang, KEY)).toMatchObject({ kind: 'CheckedIn' })
      expect(await countRows(app.driver)).toMatchObject({ checkInDays: 2, receipts: 2 })
    })

    it('raced for two things does one of them', async () => {
      const { app } = place
      const other = await place.openAnother()
      const lin = await app.join(phone)
      const answers = await Promise.all(
        times(6, (n) =>
          setConsent(n % 2 ? app : other, lin, { purpose: 'MARKETING', given: n < 3 }, KEY),
        ),
      )
      expect(countKinds(answers)).toEqual({ ConsentSet: 3, KeyReused: 3 })
      expect(await countRows(app.driver)).toMatchObject({ consentRecords: 2, receipts: 1 })
    })
  })

  it('lands four changes of one member that come at once, and loses none', async () => {
    const { app } = place
    const lin = await app.join(phone)
    const purposes = ['PERSONALISATION', 'MARKETING', 'LEADERBOARD'] as const
    const answers = await Promise.all([
      checkIn(app, lin),
      ...purposes.map((purpose) => setConsent(app, lin, { purpose, given: true })),
    ])
    expect(countKinds(answers)).toEqual({ CheckedIn: 1, ConsentSet: 3 })
    const state = await app.stores.member.loadKnown(await memberIdOf(app, lin))
    expect(state).toMatchObject({
      version: 4,
      points: 2,
      consents: {
        personalisation: { given: true },
        marketing: { given: true },
        leaderboard: { given: true },
      },
    })
  })

  it('records five changes of one consent in the same millisecond one after the other', async () => {
    const { app } = place
    const lin = await app.join(phone)
    const answers = await Promise.all(
      times(5, (n) => setConsent(app, lin, { purpose: 'MARKETING', given: n % 2 === 0 })),
    )
    expect(countKinds(answers)).toEqual({ ConsentSet: 5 })
    expect(await countRows(app.driver)).toMatchObject({ consentRecords: 6, receipts: 5 })
  })

  describe('a process that is killed', () => {
    it('after the commit leaves the answer for the same key', async () => {
      const { app } = place
      const lin = await app.join(phone)
      place.breakNext('crash-after')
      await expect(checkIn(app, lin, KEY)).rejects.toThrow('INTERNAL')
      const next = await place.openAnother()
      expect(await checkIn(next, lin, KEY)).toMatchObject({
        kind: 'CheckedIn',
        points: 2,
        growth: 5,
        entries: [
          { id: '1', unit: 'POINTS', amount: 2 },
          { id: '2', unit: 'GROWTH', amount: 5 },
        ],
      })
      expect(await checkIn(next, lin)).toMatchObject({ kind: 'AlreadyCheckedIn' })
      expect(await countRows(app.driver)).toMatchObject({ checkInDays: 1, entries: 2 })
    })

    it('before the commit leaves nothing, and the same key does it', async () => {
      const { app } = place
      const lin = await app.join(phone)
      const rows = await allRows(app.driver)
      place.breakNext('crash-before')
      await expect(checkIn(app, lin, KEY)).rejects.toThrow('INTERNAL')
      expect(await allRows(app.driver)).toEqual(rows)
      const next = await place.openAnother()
      expect(await checkIn(next, lin, KEY)).toMatchObject({ kind: 'CheckedIn', points: 2 })
      expect(await countRows(app.driver)).toMatchObject({ checkInDays: 1, entries: 2 })
    })
  })

  it.each<[string, Fault[]]>([
    ['after the commit', ['lost-after']],
    ['before the commit', ['lost-before']],
    ['before two commits and after the third', ['lost-before', 'lost-before', 'lost-after']],
  ])('a connection lost %s is not seen by the member', async (_, faults) => {
    const { app } = place
    const lin = await app.join(phone)
    for (const fault of faults) place.breakNext(fault)
    expect(await checkIn(app, lin, KEY)).toMatchObject({ kind: 'CheckedIn', points: 2 })
    expect(await countRows(app.driver)).toMatchObject({ checkInDays: 1, entries: 2, receipts: 1 })
  })
}
