import { readdirSync, readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { shop } from '../../bff/scripts/people.ts'
import { serviceDocuments } from '../../bff/src/graphql/documents.ts'
import { type OpenedApp, openApp } from '../fixtures/open-app.ts'
import { allRows } from '../fixtures/rows.ts'
import { createServiceKey, listServiceKeys, retireServiceKey } from '../fixtures/service.ts'

let app: OpenedApp
beforeEach(async () => {
  app = await openApp()
})

const records = async () =>
  ((await allRows(app.driver)).audit as { actor: string; action: string; detail: object }[])
    .filter(({ action }) => action.endsWith('service-key'))
    .map(({ actor, action, detail }) => ({ actor, action, detail }))

describe('a service key', () => {
  it('is made for a shop or for the brand, and its secret is shown once', async () => {
    const forShop = await createServiceKey(app, { shopId: shop.id })
    app.clock.at += 1_000
    const forBrand = await createServiceKey(app, { name: ' 商城 ' })
    expect(forShop).toMatchObject({
      kind: 'ServiceKeyCreated',
      serviceKey: { name: '收银台', shopId: shop.id, state: 'ACTIVE', retiredAt: null },
    })
    expect(forBrand.serviceKey).toMatchObject({ name: '商城', shopId: null })
    expect(forShop.secret).toMatch(/^[0-9a-f]{64}$/)
    expect(forBrand.secret).not.toBe(forShop.secret)
    expect(await listServiceKeys(app)).toEqual([forBrand.serviceKey, forShop.serviceKey])
  })

  it('leaves its secret in no row', async () => {
    const { secret } = await createServiceKey(app)
    expect(JSON.stringify(await allRows(app.driver))).not.toContain(secret)
  })

  it('of one name is active at a shop twice and no more, until one is retired', async () => {
    const [first] = [await createServiceKey(app), await createServiceKey(app)]
    expect(await createServiceKey(app)).toEqual({
      kind: 'TooManyServiceKeys',
      message: '同名密钥最多 2 个在用，请先停用一个',
    })
    expect((await createServiceKey(app, { shopId: shop.id })).kind).toBe('ServiceKeyCreated')
    expect((await createServiceKey(app, { name: '商城' })).kind).toBe('ServiceKeyCreated')
    await retireServiceKey(app, first.serviceKey.id)
    expect((await createServiceKey(app)).kind).toBe('ServiceKeyCreated')
    expect((await createServiceKey(app)).kind).toBe('TooManyServiceKeys')
  })

  it('is not made for a shop that is not there, nor without a name', async () => {
    expect(await createServiceKey(app, { shopId: 'shop-of-others' })).toEqual({
      kind: 'ShopUnknown',
      message: '没有这家门店',
    })
    for (const name of ['', '   ', '长'.repeat(41)])
      await expect(createServiceKey(app, { name })).rejects.toThrow('name: 1 to 40 characters')
    expect(await listServiceKeys(app)).toEqual([])
  })

  it('is retired once, at its first time', async () => {
    const { serviceKey } = await createServiceKey(app)
    const retiredAt = app.clock.at
    const retired = { ...serviceKey, state: 'RETIRED', retiredAt }
    expect(await retireServiceKey(app, serviceKey.id)).toEqual({
      kind: 'ServiceKeyRetired',
      serviceKey: retired,
    })
    app.clock.at += 1_000
    expect((await retireServiceKey(app, serviceKey.id)).serviceKey).toEqual(retired)
    expect(await retireServiceKey(app, 'key-of-nobody')).toEqual({ kind: 'ServiceKeyUnknown' })
  })

  it('is on record: who made it and who ended it', async () => {
    const { serviceKey } = await createServiceKey(app, { shopId: shop.id })
    await retireServiceKey(app, serviceKey.id)
    await retireServiceKey(app, serviceKey.id)
    const detail = { keyId: serviceKey.id, name: '收银台', shopId: shop.id }
    expect(await records()).toEqual([
      { actor: 'staff:staff-qian', action: 'created-service-key', detail },
      { actor: 'staff:staff-qian', action: 'retired-service-key', detail },
    ])
  })
})

describe('the documents for systems', () => {
  const folder = new URL('../../bff/service/', import.meta.url)
  const texts = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'))

  it('run in production by the name of their operation', async () => {
    const documents = serviceDocuments(texts)
    const opened = await openApp({ production: true, documents, driver: app.driver })
    const key = await createServiceKey(app)
    const principal = { kind: 'service', keyId: key.serviceKey.id, shopId: null } as const
    const { status, body } = await opened.engine.execute(
      { documentId: 'service:ServiceMe' },
      {
        headers: {},
        ip: '127.0.0.1',
        principal,
      },
    )
    expect(status).toBe(200)
    expect(JSON.parse(body)).toMatchObject({ data: { serviceMe: { name: '收银台' } } })
  })

  it('are one named operation each', () => {
    expect(() => serviceDocuments(['{ serviceMe { id } }'])).toThrow('one named operation')
    expect(() => serviceDocuments(['query A { a } query B { b }'])).toThrow('one named operation')
  })
})
