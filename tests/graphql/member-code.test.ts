import { describe, expect, it } from 'vitest'
import { people, staff } from '../../bff/scripts/people.ts'
import { buildSchema } from '../../bff/src/schema.ts'
import { answered, checkIn, lookUp, newKey, showMemberCode } from '../fixtures/acts.ts'
import { joinManager } from '../fixtures/manager.ts'
import { type OpenedApp, openApp } from '../fixtures/open-app.ts'
import { allRows, countRows } from '../fixtures/rows.ts'

async function openWithPeople(): Promise<{ app: OpenedApp; lin: string; zhao: string }> {
  const app = await openApp({ day: '2026-03-02' })
  return {
    app,
    lin: await app.join(people.lin.phone),
    zhao: await app.joinStaff(staff.zhao.phone),
  }
}

const card = {
  maskedName: '会**',
  joinedOn: '2026-03-02',
  streakDays: 0,
  tier: { name: '新芽' },
  benefits: [{ name: '会员价' }, { name: '生日礼' }],
  hint: { kind: 'welcome', text: '可介绍每月15日签到积分2倍' },
}

describe('a member code', () => {
  it('is a signed text to draw and eight digits to type, good for 45 seconds', async () => {
    const { app, lin } = await openWithPeople()
    expect(await showMemberCode(app, lin)).toEqual({
      token: expect.stringMatching(/^EG1(\.[\w-]+){4}$/),
      shortCode: expect.stringMatching(/^\d{8}$/),
      expiresAt: app.clock.at + 45_000,
      validForMs: 45_000,
      refreshAfterMs: 30_000,
    })
  })

  it('names nobody: neither the member nor the phone can be read from it', async () => {
    const { app, lin } = await openWithPeople()
    const { token } = await showMemberCode(app, lin)
    const { me } = answered(await app.ask<{ me: { id: string } }>('{ me { id } }', {}, lin))
    expect(token).not.toContain(me.id)
    expect(token).not.toContain(people.lin.phone)
  })

  it('is another one each time it is shown', async () => {
    const { app, lin } = await openWithPeople()
    const [one, other] = [await showMemberCode(app, lin), await showMemberCode(app, lin)]
    expect(other.token).not.toBe(one.token)
    expect(other.shortCode).not.toBe(one.shortCode)
  })
})

describe('a look-up', () => {
  it.each([
    ['scanned', (code: { token: string }) => code.token],
    ['typed', (code: { shortCode: string }) => code.shortCode],
    [
      'typed in groups',
      ({ shortCode }: { shortCode: string }) => `${shortCode.slice(0, 4)} ${shortCode.slice(4)}`,
    ],
    [
      'typed full-width',
      ({ shortCode }: { shortCode: string }) =>
        shortCode.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    ],
  ])('by a code that is %s shows the card', async (_, write) => {
    const { app, lin, zhao } = await openWithPeople()
    const code = await showMemberCode(app, lin)
    expect(await lookUp(app, zhao, write(code as never))).toEqual({ kind: 'LookedUp', card })
  })

  it('shows the streak and the one hint that is most useful now', async () => {
    const { app, lin, zhao } = await openWithPeople()
    for (let i = 0; i < 7; i++) {
      app.clock.at += i === 0 ? 0 : 86_400_000
      await checkIn(app, lin)
    }
    const staffToken = await app.joinStaff(staff.zhao.phone)
    const { token } = await showMemberCode(app, lin)
    expect((await lookUp(app, staffToken, token)).card).toMatchObject({
      streakDays: 7,
      hint: { kind: 'streak', text: '已连续签到7天，可以夸一夸' },
    })
    expect(zhao).not.toBe(staffToken)
  })

  it('tells staff nothing but what is on the card', () => {
    const fields = buildSchema().getType('MemberCard')
    const names = fields && 'getFields' in fields ? Object.keys(fields.getFields()) : []
    expect(names).toEqual(['benefits', 'hint', 'joinedOn', 'maskedName', 'streakDays', 'tier'])
  })

  it('gives staff no phone, no balance, no id and no whole name', async () => {
    const { app, lin, zhao } = await openWithPeople()
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
    const { app, lin, zhao } = await openWithPeople()
    const { token, expiresAt } = await showMemberCode(app, lin)
    app.clock.at += afterMs
    const answer = await lookUp(app, zhao, token)
    expect(answer.kind).toBe(kind)
    if (kind === 'CodeExpired') expect(answer).toEqual({ kind, expiredAt: expiresAt })
  })

  it('uses the code up, for its other form and for everybody', async () => {
    const { app, lin, zhao } = await openWithPeople()
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
    const { app, lin, zhao } = await openWithPeople()
    const { token } = await showMemberCode(app, lin)
    const key = newKey()
    await lookUp(app, zhao, token, key)
    app.clock.at += 60_000
    expect(await lookUp(app, zhao, token, key)).toEqual({ kind: 'LookedUp', card })
    expect(await lookUp(app, zhao, '12345678', key)).toEqual({ kind: 'KeyReused', key })
    const { rows } = await lookUpsOf(app, lin)
    expect(rows).toHaveLength(1)
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
    ['a token of another member’s code', (token: string) => token.replace(/\.id-\d+/, '.id-00000001')],
    [
      'a token made to last longer',
      (token: string) => token.replace(/^(EG1\.[^.]+\.[^.]+)\.[^.]+/, '$1.zzzzzzzz'),
    ],
  ])('is unknown, and nobody was looked up: %s', async (_, forge) => {
    const { app, lin, zhao } = await openWithPeople()
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
    const { app, lin, zhao } = await openWithPeople()
    const elsewhere = await openApp({ secret: 'the secret of another installation' })
    const foreign = await elsewhere.join(people.wang.phone)
    await showMemberCode(app, lin)
    const { token } = await showMemberCode(elsewhere, foreign)
    expect((await lookUp(app, zhao, token)).kind).toBe('CodeUnknown')
  })
})

async function lookUpsOf(app: OpenedApp, token: string, args = '') {
  const query = `{ me { lookUps${args} {
    edges { cursor node { at shopName staffName how seen } } pageInfo { hasNextPage endCursor }
  } } }`
  interface LookUps {
    edges: { cursor: string; node: { at: number; how: string; shopName: string } }[]
    pageInfo: { hasNextPage: boolean; endCursor: string | null }
  }
  const asked = await app.ask<{ me: { lookUps: LookUps } }>(query, {}, token)
  const { edges, pageInfo } = answered(asked).me.lookUps
  return { rows: edges.map(({ node }) => node), edges, pageInfo }
}

describe('the record of a look-up', () => {
  it('tells the member who looked, where, how, and what was shown', async () => {
    const { app, lin, zhao } = await openWithPeople()
    const sun = await joinManager(app)
    const seen = ['隐去的称呼', '等级与权益', '入会日期', '连续签到天数', '一条服务提示']
    await lookUp(app, zhao, (await showMemberCode(app, lin)).token)
    const first = app.clock.at
    app.clock.at += 5_000
    await lookUp(app, sun, (await showMemberCode(app, lin)).shortCode)
    expect((await lookUpsOf(app, lin)).rows).toEqual([
      { at: first + 5_000, shopName: '永康路店', staffName: '孙店长', how: 'SHORT_CODE', seen },
      { at: first, shopName: '永康路店', staffName: '赵店员', how: 'QR', seen },
    ])
  })

  it('is written for look-ups that showed a card, and for no other', async () => {
    const { app, lin, zhao } = await openWithPeople()
    const { audit } = await countRows(app.driver)
    const { token } = await showMemberCode(app, lin)
    await lookUp(app, zhao, token)
    await lookUp(app, zhao, token)
    await lookUp(app, zhao, '00000000')
    expect((await countRows(app.driver)).audit).toBe((audit ?? 0) + 1)
  })

  it('is on one page only, also when several were made in the same millisecond', async () => {
    const { app, lin, zhao } = await openWithPeople()
    for (let i = 0; i < 5; i++) await lookUp(app, zhao, (await showMemberCode(app, lin)).token)
    const seen: string[] = []
    let after = ''
    for (;;) {
      const { edges, pageInfo } = await lookUpsOf(app, lin, `(first: 2${after})`)
      seen.push(...edges.map(({ cursor }) => cursor))
      if (!pageInfo.hasNextPage) break
      after = `, after: "${pageInfo.endCursor}"`
    }
    expect(seen).toHaveLength(5)
    expect(new Set(seen).size).toBe(5)
  })
})
