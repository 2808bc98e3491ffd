import { describe, expect, it } from 'vitest'
import { people, staff } from '../../bff/scripts/people.ts'
import type { AuditRecord } from '../../bff/src/model.ts'
import { buildSchema } from '../../bff/src/schema.ts'
import {
  answered,
  checkIn,
  lookUp,
  newKey,
  type ShownCode,
  showMemberCode,
} from '../fixtures/acts.ts'
import { openCounter } from '../fixtures/counter.ts'
import { joinManager } from '../fixtures/manager.ts'
import { openApp } from '../fixtures/open-app.ts'
import { allRows } from '../fixtures/rows.ts'

const card = {
  maskedName: '会**',
  joinedOn: '2026-03-02',
  streakDays: 0,
  tier: { name: '新芽' },
  benefits: [{ name: '会员价' }, { name: '生日礼' }, { name: '每月券包' }],
  hint: { kind: 'welcome', text: '可介绍每月15日签到积分2倍' },
}

/** 1 → １ */
const fullWidth = (digits: string) =>
  digits.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)))

describe('a look-up', () => {
  it.each<[how: string, write: (code: ShownCode) => string]>([
    ['scanned', ({ token }) => token],
    ['typed', ({ shortCode }) => shortCode],
    ['typed in groups', ({ shortCode }) => `${shortCode.slice(0, 4)} ${shortCode.slice(4)}`],
    ['typed full-width', ({ shortCode }) => fullWidth(shortCode)],
  ])('by a code that is %s shows the card', async (_, write) => {
    const { app, lin, zhao } = await openCounter()
    const code = await showMemberCode(app, lin)
    expect(await lookUp(app, zhao, write(code))).toEqual({ kind: 'LookedUp', card })
  })

  it('shows the streak and the one hint that is most useful now', async () => {
    const app = await openApp({ day: '2026-03-02' })
    const lin = await app.join(people.lin.phone)
    await checkIn(app, lin)
    for (let day = 2; day <= 7; day++) {
      app.clock.at += 86_400_000
      await checkIn(app, lin)
    }
    const zhao = await app.joinStaff(staff.zhao.phone)
    const { token } = await showMemberCode(app, lin)
    expect((await lookUp(app, zhao, token)).card).toMatchObject({
      streakDays: 7,
      hint: { kind: 'streak', text: '已连续签到7天，可以夸一夸' },
    })
  })

  it('tells staff nothing but what is on the card', () => {
    const fields = buildSchema().getType('MemberCard')
    const names = fields && 'getFields' in fields ? Object.keys(fields.getFields()) : []
    expect(names).toEqual(['benefits', 'hint', 'joinedOn', 'maskedName', 'streakDays', 'tier'])
  })

  it('gives staff no phone, no balance, no id and no whole name', async () => {
    const { app, lin, zhao } = await openCounter()
    await checkIn(app, lin)
    const { me } = answered(
      await app.ask<{ me: { id: string; alias: string } }>('{ me { id alias } }', {}, lin),
    )
    const { token } = await showMemberCode(app, lin)
    const shown = JSON.stringify(await lookUp(app, zhao, token))
    for (const secret of [people.lin.phone, '138****0001', '0001', me.id, me.alias, 'points'])
      expect(shown).not.toContain(secret)
  })

  it.each([
    ['one millisecond before its end', 44_999, 'LookedUp'],
    ['at its end', 45_000, 'CodeExpired'],
  ])('%s: %s ms after the code was shown', async (_, afterMs, kind) => {
    const { app, lin, zhao } = await openCounter()
    const { token, expiresAt } = await showMemberCode(app, lin)
    app.clock.at += afterMs
    const answer = await lookUp(app, zhao, token)
    expect(answer.kind).toBe(kind)
    if (kind === 'CodeExpired') expect(answer).toEqual({ kind, expiredAt: expiresAt })
  })

  it('uses the code up, for its other form and for everybody', async () => {
    const { app, lin, zhao } = await openCounter()
    const sun = await joinManager(app)
    const { token, shortCode } = await showMemberCode(app, lin)
    await lookUp(app, zhao, token)
    const usedAt = app.clock.at
    app.clock.at += 10_000
    expect(await lookUp(app, zhao, shortCode)).toEqual({ kind: 'CodeUsed', usedAt })
    expect(await lookUp(app, sun, token)).toEqual({ kind: 'CodeUsed', usedAt })
    app.clock.at += 60_000
    expect(await lookUp(app, sun, token)).toEqual({ kind: 'CodeUsed', usedAt })
  })

  it('sent again with its key, as after a lost answer, shows the same card', async () => {
    const { app, lin, zhao } = await openCounter()
    const { token } = await showMemberCode(app, lin)
    const key = newKey()
    await lookUp(app, zhao, token, key)
    app.clock.at += 60_000
    expect(await lookUp(app, zhao, token, key)).toEqual({ kind: 'LookedUp', card })
    expect(await lookUp(app, zhao, '12345678', key)).toEqual({ kind: 'KeyReused', key })
    const ofLin = (await allRows(app.driver)).audit?.filter(
      (record) => (record as AuditRecord).action === 'looked-up-member',
    )
    expect(ofLin).toHaveLength(1)
  })
})

describe('a code that is none', () => {
  const flip = (text: string) => `${text.slice(0, -2)}${text.endsWith('AA') ? 'BB' : 'AA'}`

  it.each([
    ['eight digits nobody shows', () => '00000000'],
    ['a text', () => 'hello'],
    ['nothing', () => ''],
    ['a token without its signature', (token: string) => token.slice(0, token.lastIndexOf('.'))],
    ['a token with another signature', flip],
    [
      'a token of another member’s code',
      (token: string) => token.replace(/\.id-\d+/, '.id-00000001'),
    ],
    [
      'a token made to last longer',
      (token: string) => token.replace(/^(EG1\.[^.]+\.[^.]+)\.[^.]+/, '$1.zzzzzzzz'),
    ],
  ])('is unknown, and nobody was looked up: %s', async (_, forge) => {
    const { app, lin, zhao } = await openCounter()
    const { token } = await showMemberCode(app, lin)
    const before = await allRows(app.driver)
    expect(await lookUp(app, zhao, forge(token))).toEqual({
      kind: 'CodeUnknown',
      message: '没有找到这个会员码，请顾客刷新后重试',
    })
    // The answer is kept with its key; nothing else is.
    expect({ ...(await allRows(app.driver)), receipts: [] }).toEqual({ ...before, receipts: [] })
    expect((await lookUp(app, zhao, token)).kind).toBe('LookedUp')
  })

  it('is one that another installation signed', async () => {
    const { app, lin, zhao } = await openCounter()
    const elsewhere = await openApp({ secret: 'the secret of another installation' })
    const foreign = await elsewhere.join(people.wang.phone)
    await showMemberCode(app, lin)
    const { token } = await showMemberCode(elsewhere, foreign)
    expect((await lookUp(app, zhao, token)).kind).toBe('CodeUnknown')
  })
})
