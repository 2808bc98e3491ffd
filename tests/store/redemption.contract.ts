import { expect, it } from 'vitest'
import { people } from '../../bff/scripts/people.ts'
import { givePoints, leftOf, pointsOf, putOnShelf, redeem } from '../fixtures/mall.ts'
import { countKinds, memberIdOf, times } from './member-acts.ts'
import { type Databases, openPlace } from './place.ts'

const HEATS = 8
const RIVALS = 10

/** What one member may have at the most holds, however many taps come at once (S3). */
export function redemptionContract(databases: Databases): void {
  const place = openPlace(databases)

  it('of ten taps at once, in two processes, one gets the one that a member may have', async () => {
    const { app } = place
    const other = await place.openAnother()
    const lin = await app.join(people.lin.phone)
    await givePoints(app, await memberIdOf(app, lin), 50 * RIVALS * HEATS)
    const limits = { perDay: null, perMonth: null, ever: 1 }
    for (let heat = 1; heat <= HEATS; heat++) {
      const itemId = `cup-${heat}`
      await putOnShelf(app, { id: itemId, limits }, RIVALS)
      const taps = times(RIVALS, (n) => redeem(n % 2 === 0 ? app : other, lin, { itemId }))
      const kinds = countKinds(await Promise.all(taps))
      expect(kinds, itemId).toEqual({ Redeemed: 1, LimitReached: RIVALS - 1 })
      expect(await leftOf(app, itemId)).toBe(RIVALS - 1)
    }
    expect(await pointsOf(app, lin)).toBe(50 * RIVALS * HEATS - 50 * HEATS)
  })
}
