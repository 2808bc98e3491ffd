import { expect, it } from 'vitest'
import { people } from '../../bff/scripts/people.ts'
import { checkIn } from '../fixtures/acts.ts'
import { passDays, requestClosure } from '../fixtures/closure.ts'
import { idOf } from '../fixtures/desk.ts'
import { givePoints } from '../fixtures/mall.ts'
import { allRows, countRows } from '../fixtures/rows.ts'
import { type Databases, openPlace } from './place.ts'

/** An account is closed once and whole, whoever is in the way and whenever the process dies. */
export function closureContract(databases: Databases): void {
  const place = openPlace(databases)

  async function linLeaves() {
    const { app } = place
    const lin = await app.join(people.lin.phone)
    const linId = await idOf(app, lin)
    await givePoints(app, linId, 120)
    await requestClosure(app, lin)
    expect(await passDays(app, 14)).toBe(0)
    app.clock.at += 86_400_000
    return { lin, linId }
  }
  const entriesOf = async (memberId: string) =>
    ((await allRows(place.app.driver)).entries as { memberId: string; amount: number }[]).filter(
      (entry) => entry.memberId === memberId,
    )

  it('is closed by one of two processes', async () => {
    const { linId } = await linLeaves()
    const other = await place.openAnother()
    const rounds = await Promise.all([place.app.runJobs(), other.runJobs()])
    expect(rounds.reduce((sum, { closed }) => sum + closed, 0)).toBe(1)
    expect((await entriesOf(linId)).reduce((sum, { amount }) => sum + amount, 0)).toBe(0)
    expect((await countRows(place.app.driver)).members).toBe(0)
  })

  it('is closed by the next round when the process died before or after the commit', async () => {
    const { linId } = await linLeaves()
    place.breakNext('crash-before')
    await place.app.runJobs().catch(() => undefined)
    const next = await place.openAnother()
    await next.runJobs()
    expect(await next.stores.member.load(linId)).toBeUndefined()
    expect((await next.runJobs()).closed).toBe(0)
  })

  it('takes what was earned while it was being closed, or leaves nobody to earn it', async () => {
    const { lin, linId } = await linLeaves()
    const other = await place.openAnother()
    const [, answer] = await Promise.all([
      place.app.runJobs(),
      checkIn(other, lin).catch(() => ({ kind: 'nobody' })),
    ])
    await other.runJobs()
    expect(['CheckedIn', 'nobody']).toContain(answer.kind)
    expect((await entriesOf(linId)).reduce((sum, { amount }) => sum + amount, 0)).toBe(0)
    expect(await other.stores.member.load(linId)).toBeUndefined()
  })
}
