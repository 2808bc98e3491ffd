import { expect, it } from 'vitest'
import { people } from '../../bff/scripts/people.ts'
import { checkIn } from '../fixtures/acts.ts'
import { noon } from '../fixtures/open-app.ts'
import { countRows } from '../fixtures/rows.ts'
import { countKinds, memberIdOf, setConsent, times } from './member-acts.ts'
import { type Databases, openPlace } from './place.ts'

const at = (instant: string): number => Date.parse(`${instant}+08:00`)

/** One check-in a business day, however they race and whatever the clock does. */
export function checkInContract(databases: Databases): void {
  const place = openPlace(databases)
  const { phone } = people.lin

  it('counts ten racing check-ins of a member once', async () => {
    const { app } = place
    const lin = await app.join(phone)
    const answers = await Promise.all(times(10, () => checkIn(app, lin)))
    expect(countKinds(answers)).toEqual({ CheckedIn: 1, AlreadyCheckedIn: 9 })
    expect(await countRows(app.driver)).toMatchObject({
      checkInDays: 1,
      entries: 2,
      receipts: 10,
    })
  })

  it('counts ten racing check-ins once when two processes share them', async () => {
    const { app } = place
    const other = await place.openAnother()
    const lin = await app.join(phone)
    const answers = await Promise.all(times(10, (n) => checkIn(n % 2 ? app : other, lin)))
    expect(countKinds(answers)).toEqual({ CheckedIn: 1, AlreadyCheckedIn: 9 })
    expect(await countRows(app.driver)).toMatchObject({
      checkInDays: 1,
      entries: 2,
      receipts: 10,
    })
  })

  it('gives ten taps with one key one answer', async () => {
    const { app } = place
    const other = await place.openAnother()
    const lin = await app.join(phone)
    const answers = await Promise.all(
      times(10, (n) => checkIn(n % 2 ? app : other, lin, 'key-on-the-phone')),
    )
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]).toMatchObject({ kind: 'CheckedIn', points: 2 })
    expect(await countRows(app.driver)).toMatchObject({ checkInDays: 1, receipts: 1 })
  })

  it('lets ten members check in at once', async () => {
    const { app } = place
    const tokens: string[] = []
    for (const n of times(10, (n) => n)) tokens.push(await app.join(`1380000010${n}`))
    const answers = await Promise.all(tokens.map((token) => checkIn(app, token)))
    expect(countKinds(answers)).toEqual({ CheckedIn: 10 })
    expect(await countRows(app.driver)).toMatchObject({ checkInDays: 10, entries: 20 })
  })

  it.each([
    ['a day', '2026-03-02', '2026-03-03'],
    ['a month', '2026-04-30', '2026-05-01'],
    ['a year', '2026-12-31', '2027-01-01'],
    ['28 February in a leap year', '2028-02-28', '2028-02-29'],
    ['29 February', '2028-02-29', '2028-03-01'],
    ['28 February in a common year', '2027-02-28', '2027-03-01'],
  ])('knows the end of %s to the millisecond', async (_, day, next) => {
    const { app } = place
    app.clock.at = noon(day)
    const lin = await app.join(phone)
    app.clock.at = at(`${day}T23:59:59.999`)
    expect(await checkIn(app, lin)).toMatchObject({ kind: 'CheckedIn', day, streakDays: 1 })
    app.clock.at += 1
    expect(await checkIn(app, lin)).toMatchObject({ kind: 'CheckedIn', day: next, streakDays: 2 })
    app.clock.at = at(`${next}T23:59:59.999`)
    expect(await checkIn(app, lin)).toEqual({ kind: 'AlreadyCheckedIn', day: next })
  })

  it('gives no second check-in to a clock that stepped back a day, and goes on after it', async () => {
    const { app } = place
    const lin = await app.join(phone)
    await checkIn(app, lin)
    app.clock.at -= 86_400_000
    expect(await checkIn(app, lin)).toEqual({ kind: 'AlreadyCheckedIn', day: '2026-03-02' })
    await setConsent(app, lin, { purpose: 'MARKETING', given: false })
    expect(await checkIn(app, lin)).toEqual({ kind: 'AlreadyCheckedIn', day: '2026-03-02' })
    app.clock.at = at('2026-03-03T00:00:00.000')
    expect(await checkIn(app, lin)).toMatchObject({ day: '2026-03-03', streakDays: 2, points: 2 })
  })

  it('records nothing earlier than what it follows when the clock steps back', async () => {
    const { app } = place
    const lin = await app.join(phone)
    app.clock.at = at('2026-03-05T12:00:00')
    await setConsent(app, lin, { purpose: 'MARKETING', given: false })
    app.clock.at = at('2026-03-04T12:00:00')
    expect(await checkIn(app, lin)).toMatchObject({ kind: 'CheckedIn', day: '2026-03-05' })
    const [entry] = await app.stores.ledger.chain(await memberIdOf(app, lin))
    expect(entry?.recordedAt).toBe(at('2026-03-05T12:00:00'))
  })

  it('counts each day once when the clocks of two processes disagree about the day', async () => {
    const { app } = place
    const other = await place.openAnother({ now: () => at('2026-03-03T00:00:00.000') })
    const lin = await app.join(phone)
    app.clock.at = at('2026-03-02T23:59:59.999')
    const answers = await Promise.all(times(10, (n) => checkIn(n % 2 ? app : other, lin)))
    const days = answers.flatMap(({ kind, day }) => (kind === 'CheckedIn' ? [day] : []))
    expect(new Set(days).size).toBe(days.length)
    expect(days).toContain('2026-03-03')
    expect(await countRows(app.driver)).toMatchObject({ checkInDays: days.length })
  })
}
