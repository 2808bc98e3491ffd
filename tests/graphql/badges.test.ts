import { beforeEach, describe, expect, it } from 'vitest'
import { answered } from '../fixtures/acts.ts'
import { type OpenedApp, openApp } from '../fixtures/open-app.ts'
import { buy, report } from '../fixtures/report.ts'
import { memberIdOf } from '../store/member-acts.ts'

const BADGES = '{ me { badges { earnedOn badge { id family rarityBp benefits { name } } } } }'

interface Shown {
  earnedOn: string | null
  badge: { id: string; family: string; rarityBp: number | null; benefits: { name: string }[] }
}

let app: OpenedApp
let members: string[]

const badges = async (token = members[0] ?? ''): Promise<Shown[]> =>
  answered(await app.ask<{ me: { badges: Shown[] } }>(BADGES, {}, token)).me.badges
const badge = async (id: string): Promise<Shown> =>
  (await badges()).find((each) => each.badge.id === id) as Shown

/** Seven members. */
beforeEach(async () => {
  app = await openApp({ day: '2026-03-02' })
  members = []
  for (let i = 0; i < 7; i++) members.push(await app.join(`1380000001${i}`))
})

const buyFor = async (from: number, to: number) => {
  for (const token of members.slice(from, to)) await buy(app, await memberIdOf(app, token), 2_000)
}

describe('the badges (B1, B2)', () => {
  it('are all of the programme, family by family, earned or not', async () => {
    await buyFor(0, 1)
    expect(
      (await badges()).map(({ badge: { family, id }, earnedOn }) => [family, id, earnedOn]),
    ).toEqual([
      ['相遇', 'first-order', '2026-03-02'],
      ['相遇', 'first-year', null],
      ['坚持', 'seven-days', null],
      ['坚持', 'thirty-days', null],
      ['坚持', 'hundred-days', null],
      ['同行', 'ten-thousand', null],
      ['探索', 'explorer', null],
      ['探索', 'climber', null],
      ['探索', 'front-runner', null],
      ['分享', 'grove', null],
      ['分享', 'storyteller', null],
      ['分享', 'contributor', null],
    ])
  })

  it('say what holding them opens', async () => {
    expect((await badge('climber')).badge.benefits).toEqual([{ name: '青叶头像框' }])
    expect((await badge('first-order')).badge.benefits).toEqual([])
  })
})

describe('how rare a badge is', () => {
  it('is told from five holders on, as a share of all members', async () => {
    await buyFor(0, 4)
    expect((await badge('first-order')).badge.rarityBp).toBeNull()
    await buyFor(4, 5)
    app.clock.at += 5 * 60_000
    // 5 of 7.
    expect((await badge('first-order')).badge.rarityBp).toBe(7_142)
  })

  it('is counted again after five minutes, and not before', async () => {
    await buyFor(0, 5)
    expect((await badge('first-order')).badge.rarityBp).toBe(7_142)
    await buyFor(5, 7)
    app.clock.at += 5 * 60_000 - 1
    expect((await badge('first-order')).badge.rarityBp).toBe(7_142)
    app.clock.at += 1
    expect((await badge('first-order')).badge.rarityBp).toBe(10_000)
  })

  it('counts nobody who lost it', async () => {
    await buyFor(0, 6)
    await report(app, await memberIdOf(app, members[5] ?? ''), {
      kind: 'badge-revoked',
      key: 'revoke-1',
      badgeId: 'first-order',
      reason: '误发',
    })
    expect((await badge('first-order')).badge.rarityBp).toBe(7_142)
    expect((await badges(members[5]))[0]).toMatchObject({ earnedOn: null })
  })
})

describe('the benefits of a member (T8, E7)', () => {
  const BENEFITS = `{ me { benefits {
    benefit { id times } tier { name } badge { name } used left periodEndsOn
  } } }`
  const benefits = async () =>
    answered(
      await app.ask<{ me: { benefits: { benefit: { id: string } }[] } }>(BENEFITS, {}, members[0]),
    ).me.benefits

  it('are those of the tier', async () => {
    expect((await benefits()).map(({ benefit: { id } }) => id)).toEqual([
      'member-price',
      'birthday',
      'monthly-pack',
    ])
  })

  it('say how often they were used, what is left and until when', async () => {
    const memberId = await memberIdOf(app, members[0] ?? '')
    const growth = { kind: 'adjusted', unit: 'growth', amount: 600, reason: '补记' } as const
    await report(app, memberId, { ...growth, key: 'growth-1' })
    await report(app, memberId, {
      kind: 'benefit-used',
      key: 'use-1',
      benefitId: 'free-upsize',
    })
    const upsize = async () =>
      (await benefits()).find(({ benefit }) => benefit.id === 'free-upsize')
    expect(await upsize()).toEqual({
      benefit: { id: 'free-upsize', times: 2 },
      tier: { name: '青枝' },
      badge: null,
      used: 1,
      left: 1,
      periodEndsOn: '2026-03-31',
    })
  })

  it('come from badges too (B1)', async () => {
    await buy(app, await memberIdOf(app, members[0] ?? ''), 1_000_000)
    expect(await benefits()).toContainEqual({
      benefit: { id: 'tasting', times: 1 },
      tier: null,
      badge: { name: '万元知己' },
      used: 0,
      left: 1,
      periodEndsOn: '2026-03-31',
    })
  })
})
