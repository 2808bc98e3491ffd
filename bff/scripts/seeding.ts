import { randomBytes, randomInt } from 'node:crypto'
import { createApp } from '../src/app.ts'
import { newCode } from '../src/coupon/code.ts'
import type { Driver } from '../src/db/driver.ts'
import { createFakeSms } from '../src/sms/sms.fake.ts'
import { addStaff, openShop } from '../src/staff/staff.ts'
import { createFakeWebhooks } from '../src/webhook/webhook.fake.ts'
import { createFakeWechat } from '../src/wechat/wechat.fake.ts'
import { mallItems } from './mall-items.ts'
import { shop, staff } from './people.ts'

/** An app whose clock is moved by hand: what it does goes through the public commands. */
export async function openSeeding(driver: Driver, secret: string) {
  const clock = { at: 0 }
  const now = () => clock.at
  const newId = () => randomBytes(12).toString('hex')
  const sms = createFakeSms({ now, newId })
  const app = await createApp({
    driver,
    now,
    newId,
    randomInt: (limit) => randomInt(limit),
    secret,
    wechat: createFakeWechat({ now, newId }),
    sms,
    webhooks: createFakeWebhooks({ now }),
    log: { info() {}, warn() {}, error: console.error },
    production: false,
    documents: {},
    limiter: async () => undefined,
  })

  async function ask(query: string, variables: object, token?: string) {
    const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
    const { body } = await app.engine.execute({ query, variables }, { headers, ip: 'seed' })
    const { data, errors } = JSON.parse(body)
    if (errors) throw new Error(JSON.stringify(errors))
    return data
  }

  return {
    ...app,
    clock,
    isNew: async () => (await app.stores.staff.find(staff.zhao.id)) === undefined,

    async openShopWithStaff() {
      const command = { actor: 'system', load: async () => undefined }
      await app.perform({
        ...command,
        name: 'openShop',
        decide: (_, world) => openShop(shop, 'system', world),
      })
      for (const { phone, ...person } of Object.values(staff))
        await app.perform({
          ...command,
          name: 'addStaff',
          decide: (_, world) =>
            addStaff(
              { ...person, phoneHash: app.hashPhone(phone), shopId: shop.id, active: true },
              'system',
              world,
            ),
        })
    },

    /** Fills the shelves of the mall. */
    async stockMall(now: number) {
      for (const { item, count } of mallItems(now)) {
        const { id: itemId } = item
        const codes = item.kind === 'partner' ? Array.from({ length: count }, (_, i) => i + 1) : []
        const code = () => newCode((limit) => randomInt(limit))
        await app.stores.commit([
          { kind: 'mall-item-added', item },
          { kind: 'stock-opened', stock: { itemId, received: count, left: count } },
          ...codes.map((nth) => ({
            kind: 'code-pooled' as const,
            code: { itemId, nth, code: code(), redemptionId: null },
          })),
        ])
      }
    },

    /** Signs in, or joins, by phone; answers the session's token. */
    async signIn(phone: string): Promise<string> {
      await ask('mutation ($phone: String!) { requestPhoneCode(phone: $phone) { __typename } }', {
        phone,
      })
      const code = sms.lastTo(phone)?.variables.code
      const { signInWithPhone } = await ask(
        `mutation ($phone: String!, $code: String!) {
          signInWithPhone(phone: $phone, code: $code, acceptedPrivacyVersion: 1) {
            ... on SignedIn { token }
          }
        }`,
        { phone, code },
      )
      return signInWithPhone.token
    },

    checkIn: (token: string) =>
      ask(
        'mutation ($key: ID!) { checkIn(key: $key) { __typename } }',
        { key: `seed-${clock.at}` },
        token,
      ),
  }
}
