import { describe, expect, it } from 'vitest'
import { people } from '../../bff/scripts/people.ts'
import { answered, newKey } from '../fixtures/acts.ts'
import { type OpenedApp, openApp } from '../fixtures/open-app.ts'
import { allRows, countRows } from '../fixtures/rows.ts'

const NEVER = { given: false, at: null, version: 0, required: false }

interface Set {
  kind: string
  purpose?: string
  key?: string
  me?: { consents: { purpose: string; given: boolean }[] }
}

async function setConsent(
  app: OpenedApp,
  token: string,
  purpose: string,
  given: boolean,
  key = newKey(),
): Promise<Set> {
  const mutation = `mutation ($key: ID!, $purpose: ConsentPurpose!, $given: Boolean!) {
    setConsent(key: $key, purpose: $purpose, given: $given) {
      kind: __typename
      ... on ConsentSet { me { consents { purpose given } } }
      ... on ConsentRequired { purpose }
      ... on KeyReused { key }
    }
  }`
  const asked = await app.ask<{ setConsent: Set }>(mutation, { key, purpose, given }, token)
  return answered(asked).setConsent
}

async function consentsOf(app: OpenedApp, token: string): Promise<object[]> {
  const query = '{ me { consents { purpose given at version required } } }'
  return answered(await app.ask<{ me: { consents: object[] } }>(query, {}, token)).me.consents
}

describe('consents', () => {
  it('begin with the one that membership needs, and no other', async () => {
    const app = await openApp()
    const lin = await app.join(people.lin.phone)
    expect(await consentsOf(app, lin)).toEqual([
      { purpose: 'SERVICE', given: true, at: app.clock.at, version: 1, required: true },
      { purpose: 'PERSONALISATION', ...NEVER },
      { purpose: 'MARKETING', ...NEVER },
      { purpose: 'LEADERBOARD', ...NEVER },
    ])
  })

  it('are explained to everybody before they are asked for', async () => {
    const app = await openApp()
    const query = '{ program { privacy { version purposes { purpose title required } } } }'
    expect(answered(await app.ask(query))).toEqual({
      program: {
        privacy: {
          version: 1,
          purposes: [
            { purpose: 'SERVICE', title: '会员服务', required: true },
            { purpose: 'PERSONALISATION', title: '个性化推荐', required: false },
            { purpose: 'MARKETING', title: '活动通知', required: false },
            { purpose: 'LEADERBOARD', title: '排行榜展示', required: false },
          ],
        },
      },
    })
  })

  it('are withdrawn as easily as they are given; the history keeps both', async () => {
    const app = await openApp()
    const lin = await app.join(people.lin.phone)
    const joinedAt = app.clock.at
    app.clock.at += 1_000
    const set = await setConsent(app, lin, 'MARKETING', true)
    expect(set.me?.consents).toContainEqual({ purpose: 'MARKETING', given: true })
    app.clock.at += 1_000
    expect((await setConsent(app, lin, 'MARKETING', false)).kind).toBe('ConsentSet')
    expect(await consentsOf(app, lin)).toContainEqual({
      purpose: 'MARKETING',
      given: false,
      at: joinedAt + 2_000,
      version: 1,
      required: false,
    })
    const { consentRecords } = await allRows(app.driver)
    const memberId = expect.any(String)
    expect(consentRecords).toEqual([
      { memberId, purpose: 'service', at: joinedAt, given: true, version: 1 },
      { memberId, purpose: 'marketing', at: joinedAt + 1_000, given: true, version: 1 },
      { memberId, purpose: 'marketing', at: joinedAt + 2_000, given: false, version: 1 },
    ])
  })

  it('given and withdrawn within one millisecond end as they were last set', async () => {
    const app = await openApp()
    const lin = await app.join(people.lin.phone)
    await setConsent(app, lin, 'MARKETING', true)
    await setConsent(app, lin, 'MARKETING', false)
    app.clock.at -= 60_000
    await setConsent(app, lin, 'MARKETING', true)
    const consents = await consentsOf(app, lin)
    expect(consents).toContainEqual(expect.objectContaining({ purpose: 'MARKETING', given: true }))
    const { consentRecords } = await allRows(app.driver)
    const history = (consentRecords as { purpose: string; at: number; given: boolean }[])
      .filter(({ purpose }) => purpose === 'marketing')
      .sort((one, other) => one.at - other.at)
    expect(history.map(({ given }) => given)).toEqual([true, false, true])
  })

  it('keep the one that membership needs: ending that is closing the account', async () => {
    const app = await openApp()
    const lin = await app.join(people.lin.phone)
    const before = await countRows(app.driver)
    expect(await setConsent(app, lin, 'SERVICE', false)).toEqual({
      kind: 'ConsentRequired',
      purpose: 'SERVICE',
    })
    expect(await countRows(app.driver)).toEqual({ ...before, receipts: 1 })
    expect((await consentsOf(app, lin))[0]).toMatchObject({ purpose: 'SERVICE', given: true })
  })

  it('are set once by one key, and a key does not serve for another', async () => {
    const app = await openApp()
    const lin = await app.join(people.lin.phone)
    const key = newKey()
    await setConsent(app, lin, 'LEADERBOARD', true, key)
    const before = await countRows(app.driver)
    expect((await setConsent(app, lin, 'LEADERBOARD', true, key)).kind).toBe('ConsentSet')
    expect(await setConsent(app, lin, 'LEADERBOARD', false, key)).toEqual({
      kind: 'KeyReused',
      key,
    })
    expect(await setConsent(app, lin, 'MARKETING', true, key)).toEqual({ kind: 'KeyReused', key })
    expect(await countRows(app.driver)).toEqual(before)
    expect((await consentsOf(app, lin))[3]).toMatchObject({ purpose: 'LEADERBOARD', given: true })
  })

  it('earn nothing: consent is not bought', async () => {
    const app = await openApp()
    const lin = await app.join(people.lin.phone)
    for (const purpose of ['PERSONALISATION', 'MARKETING', 'LEADERBOARD'])
      await setConsent(app, lin, purpose, true)
    expect((await countRows(app.driver)).entries).toBe(0)
  })
})
