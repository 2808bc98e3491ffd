import { describe, expect, it } from 'vitest'
import { people, staff } from '../../bff/scripts/people.ts'
import { defaultProgram } from '../../bff/src/program/default.ts'
import { answered } from '../fixtures/acts.ts'
import { openApp } from '../fixtures/open-app.ts'
import { published } from '../fixtures/programs.ts'

describe('the programme, as everybody may read it', () => {
  it('tells a guest the tiers, the ladder, the super day and what is asked of them', async () => {
    const app = await openApp()
    const query = `{ me { id } program {
      version brand
      tiers { id name rank fromGrowth pointsRateBp benefits { name } }
      checkInLadder { step points growth }
      superDay { dayOfMonth name timesBp }
      privacy { version }
    } }`
    expect(answered(await app.ask(query))).toEqual({
      me: null,
      program: {
        version: 1,
        brand: '长青会员',
        tiers: [
          {
            id: 'sprout',
            name: '新芽',
            rank: 0,
            fromGrowth: 0,
            pointsRateBp: 10_000,
            benefits: [{ name: '会员价' }, { name: '生日礼' }, { name: '每月券包' }],
          },
          {
            id: 'branch',
            name: '青枝',
            rank: 1,
            fromGrowth: 500,
            pointsRateBp: 12_000,
            benefits: [
              { name: '会员价' },
              { name: '生日礼' },
              { name: '每月券包' },
              { name: '优先服务' },
              { name: '新品先享' },
              { name: '免费升杯' },
            ],
          },
          {
            id: 'evergreen',
            name: '长青',
            rank: 2,
            fromGrowth: 2_000,
            pointsRateBp: 15_000,
            benefits: [
              { name: '会员价' },
              { name: '生日礼' },
              { name: '每月券包' },
              { name: '优先服务' },
              { name: '新品先享' },
              { name: '免费升杯' },
              { name: '请友一杯' },
              { name: '专属顾问' },
            ],
          },
        ],
        checkInLadder: [
          { step: 1, points: 2, growth: 5 },
          { step: 2, points: 2, growth: 5 },
          { step: 3, points: 3, growth: 5 },
          { step: 4, points: 3, growth: 5 },
          { step: 5, points: 4, growth: 5 },
          { step: 6, points: 4, growth: 5 },
          { step: 7, points: 10, growth: 5 },
        ],
        superDay: { dayOfMonth: 15, name: '15日超级签到日', timesBp: 20_000 },
        privacy: { version: 1 },
      },
    })
  })

  it('has no super day when the rules have none', async () => {
    const app = await openApp({ program: { ...defaultProgram, multipliers: [] } })
    expect(answered(await app.ask('{ program { superDay { name } } }'))).toEqual({
      program: { superDay: null },
    })
  })

  it('is the newest version within five seconds of its publishing', async () => {
    const app = await openApp()
    const query = '{ program { version brand } }'
    answered(await app.ask(query))
    const body = { ...defaultProgram, brand: '常青会员' }
    const program = published(2, app.clock.at, body)
    await app.stores.commit([{ kind: 'program-published', program }])
    app.clock.at += 5_000
    expect(answered(await app.ask(query))).toEqual({ program: { version: 2, brand: '常青会员' } })
  })

  it('does not start when it is not sound', async () => {
    const program = { ...defaultProgram, tiers: [] }
    await expect(openApp({ program })).rejects.toThrow('the first tier must start at growth 0')
  })
})

describe('the programme in force', () => {
  const query = '{ programInForce { version publishedAt publishedBy body } }'

  it('is every rule of it, for an operator', async () => {
    const app = await openApp()
    const publishedAt = app.clock.at
    const qian = await app.joinStaff(staff.qian.phone)
    interface InForce {
      programInForce: { version: number; body: string }
    }
    const { programInForce } = answered(await app.ask<InForce>(query, {}, qian))
    expect(programInForce).toMatchObject({ version: 1, publishedAt, publishedBy: 'system' })
    expect(JSON.parse(programInForce.body)).toEqual(defaultProgram)
  })

  it('is for nobody else', async () => {
    const app = await openApp()
    const others = [await app.join(people.lin.phone), await app.joinStaff(staff.zhao.phone)]
    for (const token of others) {
      const { status, data } = await app.ask(query, {}, token)
      expect([status, data]).toEqual([403, null])
    }
  })
})
