import { describe, expect, it } from 'vitest'
import { answered, lookUp, showMemberCode } from '../fixtures/acts.ts'
import { openCounter } from '../fixtures/counter.ts'
import { joinManager } from '../fixtures/manager.ts'
import type { OpenedApp } from '../fixtures/open-app.ts'
import { countRows } from '../fixtures/rows.ts'

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
    const { app, lin, zhao } = await openCounter()
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
    const { app, lin, zhao } = await openCounter()
    const { audit } = await countRows(app.driver)
    const { token } = await showMemberCode(app, lin)
    await lookUp(app, zhao, token)
    await lookUp(app, zhao, token)
    await lookUp(app, zhao, '00000000')
    expect((await countRows(app.driver)).audit).toBe((audit ?? 0) + 1)
  })

  it('is on one page only, also when several were made in the same millisecond', async () => {
    const { app, lin, zhao } = await openCounter()
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
