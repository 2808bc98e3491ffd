import { beforeEach, describe, expect, it } from 'vitest'
import { people } from '../../bff/scripts/people.ts'
import { defaultProgram } from '../../bff/src/program/default.ts'
import { answered } from '../fixtures/acts.ts'
import { noon, type OpenedApp, openApp } from '../fixtures/open-app.ts'
import { published, yearLongSessions } from '../fixtures/programs.ts'
import { report } from '../fixtures/report.ts'
import { memberIdOf } from '../store/member-acts.ts'

const COUPONS = `query ($state: CouponState) { me { coupons(state: $state) {
  code state issuedOn expiresOn definition { id name worth minNetFen }
} } }`

interface Coupon {
  code: string
  state: string
  issuedOn: string
  expiresOn: string
  definition: { id: string; name: string; worth: string; minNetFen: number }
}

let app: OpenedApp
let lin: string

const coupons = async (state?: string, token = lin): Promise<Coupon[]> =>
  answered(await app.ask<{ me: { coupons: Coupon[] } }>(COUPONS, { state }, token)).me.coupons

beforeEach(async () => {
  app = await openApp({ day: '2026-03-02', program: yearLongSessions })
  lin = await app.join(people.lin.phone)
})

describe('the coupons of a member (E3, E4)', () => {
  it('begin with the welcome, and say what they are worth and until when', async () => {
    const [welcome, ...more] = await coupons()
    expect(more).toEqual([])
    expect(welcome).toMatchObject({
      state: 'ISSUED',
      issuedOn: '2026-03-02',
      expiresOn: '2026-03-08',
      definition: { id: 'welcome-5', name: '新人立减5元', worth: '满¥15减¥5', minNetFen: 1_500 },
    })
    expect(welcome?.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/)
  })

  it('end with their last day, without anything being written', async () => {
    app.clock.at = noon('2026-03-08')
    expect((await coupons())[0]?.state).toBe('ISSUED')
    app.clock.at = noon('2026-03-09')
    expect((await coupons())[0]?.state).toBe('EXPIRED')
    expect(await coupons('ISSUED')).toEqual([])
    expect(await coupons('EXPIRED')).toHaveLength(1)
  })

  it('come with each month, those that end first on top', async () => {
    app.clock.at = noon('2026-04-01')
    await app.runJobs()
    expect(
      (await coupons()).map(({ definition, expiresOn }) => [definition.id, expiresOn]),
    ).toEqual([
      ['welcome-5', '2026-03-08'],
      ['monthly-3', '2026-05-01'],
    ])
  })

  it('keep the terms they were issued under', async () => {
    const rows = defaultProgram.coupons.map((row) => ({ ...row, worth: { offFen: 100 } }))
    const body = { ...yearLongSessions, coupons: rows }
    await app.stores.commit([
      { kind: 'program-published', program: published(2, app.clock.at, body) },
    ])
    app.clock.at += 5_000
    const linId = await memberIdOf(app, lin)
    const granted = { kind: 'coupon-granted', couponId: 'monthly-3', count: 1 } as const
    await report(app, linId, { ...granted, key: 'grant-1' })
    expect((await coupons()).map(({ definition }) => definition.worth)).toEqual([
      '满¥15减¥5',
      '满¥20减¥1',
    ])
  })

  it('are nobody else’s', async () => {
    const wang = await app.join(people.wang.phone)
    const [mine] = await coupons()
    expect((await coupons(undefined, wang)).map(({ code }) => code)).not.toContain(mine?.code)
  })
})
