import { expect, it } from 'vitest'
import { people, staff } from '../../bff/scripts/people.ts'
import { lookUp, newKey, showMemberCode } from '../fixtures/acts.ts'
import { drawInt } from '../fixtures/chance.ts'
import { outcomeOf } from '../fixtures/desk.ts'
import { allRows, countRows } from '../fixtures/rows.ts'
import { countKinds, times } from './member-acts.ts'
import { type Databases, openPlace } from './place.ts'

/** A member code is good for one look-up, and no two codes can be mixed up. */
export function lookUpContract(databases: Databases): void {
  const place = openPlace(databases)
  const { phone } = people.lin

  it('shows the card to one of ten racing look-ups, in two processes, by both codes', async () => {
    const { app } = place
    const other = await place.openAnother()
    const lin = await app.join(phone)
    const zhao = await app.joinStaff(staff.zhao.phone)
    const { token, shortCode } = await showMemberCode(app, lin)
    const before = await countRows(app.driver)
    const answers = await Promise.all(
      times(10, (n) => lookUp(n % 2 ? app : other, zhao, n % 3 ? token : shortCode)),
    )
    expect(countKinds(answers)).toEqual({ LookedUp: 1, CodeUsed: 9 })
    expect(answers.find(({ kind }) => kind === 'CodeUsed')?.usedAt).toBe(app.clock.at)
    expect((await countRows(app.driver)).audit).toBe((before.audit ?? 0) + 1)
  })

  it('lets 25 look-ups by phone at once, in two processes, pass twenty times and no more', async () => {
    const { app } = place
    const other = await place.openAnother()
    await app.join(phone)
    const zhao = await app.joinStaff(staff.zhao.phone)
    const mutation = `mutation ($key: ID!, $phone: String!) {
      lookUpByPhone(key: $key, phone: $phone) { kind: __typename }
    }`
    const answers = await Promise.all(
      times(25, (n) =>
        outcomeOf((n % 2 ? app : other).ask, mutation, { key: newKey(), phone }, zhao),
      ),
    )
    expect(countKinds(answers)).toEqual({ LookedUp: 20, LookUpsUsedUp: 5 })
  })

  it('shows the card again to the same key after a lost answer, and records one look', async () => {
    const { app } = place
    const lin = await app.join(phone)
    const zhao = await app.joinStaff(staff.zhao.phone)
    const { token } = await showMemberCode(app, lin)
    place.breakNext('crash-after')
    await expect(lookUp(app, zhao, token, 'key-of-the-till')).rejects.toThrow('INTERNAL')
    const rows = await allRows(app.driver)
    const next = await place.openAnother()
    expect(await lookUp(next, zhao, token, 'key-of-the-till')).toMatchObject({
      kind: 'LookedUp',
      card: { tier: { name: '新芽' }, streakDays: 0 },
    })
    expect(await allRows(app.driver)).toEqual(rows)
    expect(await lookUp(next, zhao, token, 'another-key')).toMatchObject({ kind: 'CodeUsed' })
  })

  it('leaves the code good when the look-up is not committed', async () => {
    const { app } = place
    const lin = await app.join(phone)
    const zhao = await app.joinStaff(staff.zhao.phone)
    const { token } = await showMemberCode(app, lin)
    place.breakNext('crash-before')
    await expect(lookUp(app, zhao, token)).rejects.toThrow('INTERNAL')
    expect(await lookUp(app, zhao, token)).toMatchObject({ kind: 'LookedUp' })
  })

  it('draws another short code when the one it drew is somebody else’s', async () => {
    const { app } = place
    const lin = await app.join(phone)
    const wang = await app.join(people.wang.phone)
    // Eight digits for each draw: the second member draws what the first one has.
    const digits = [...'123456781234567887654321'].map(Number)
    const lucky = await place.openAnother({ randomInt: () => digits.shift() ?? 0 })
    expect((await showMemberCode(lucky, lin)).shortCode).toBe('12345678')
    expect((await showMemberCode(lucky, wang)).shortCode).toBe('87654321')
  })

  it('never lets two members have the same short code', async () => {
    const { app } = place
    const lin = await app.join(phone)
    const wang = await app.join(people.wang.phone)
    const stuck = await place.openAnother({
      randomInt: (limit) => (limit === 10 ? 7 : drawInt(limit)),
    })
    expect((await showMemberCode(stuck, lin)).shortCode).toBe('77777777')
    await expect(showMemberCode(stuck, wang)).rejects.toThrow('UNAVAILABLE')
    expect(await countRows(app.driver)).toMatchObject({ memberCodes: 1 })
  })
}
