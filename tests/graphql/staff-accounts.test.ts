import { beforeEach, describe, expect, it } from 'vitest'
import { people, shop, staff } from '../../bff/scripts/people.ts'
import { newKey } from '../fixtures/acts.ts'
import { auditsOf, outcomeOf } from '../fixtures/desk.ts'
import { elsewhere, joinElsewhere, openElsewhere } from '../fixtures/elsewhere.ts'
import { joinManager } from '../fixtures/manager.ts'
import { type OpenedApp, openApp } from '../fixtures/open-app.ts'

const MINUTE_MS = 60_000
const phone = '13800000041'

let app: OpenedApp
let sun: string
let qian: string
beforeEach(async () => {
  app = await openApp({ day: '2026-03-02' })
  sun = await joinManager(app)
  qian = await app.joinStaff(staff.qian.phone)
})

const invite = (token: string, more: object = {}) =>
  outcomeOf(
    app.ask,
    `mutation ($name: String!, $phone: String!, $role: StaffRole!, $shopId: ID) {
      inviteStaff(name: $name, phone: $phone, role: $role, shopId: $shopId) {
        kind: __typename
        ... on StaffInvited { staffId code expiresAt }
      }
    }`,
    { name: '吴店员', phone, role: 'STAFF', ...more },
    token,
  )
const bind = (code: unknown, person = 'wu') =>
  outcomeOf(
    app.ask,
    `mutation ($code: String!, $wechatCode: String!) {
      bindStaff(code: $code, wechatCode: $wechatCode) {
        kind: __typename
        ... on StaffSignedIn { token staff { name role shopName } }
        ... on BindingRefused { reason }
      }
    }`,
    { code, wechatCode: app.wechat.issueLoginCode(person) },
  )
const signIn = (person: string) =>
  outcomeOf(
    app.ask,
    `mutation ($code: String!) {
      signInStaffWithWechat(code: $code) {
        kind: __typename
        ... on StaffSignedIn { token staff { shopName } }
      }
    }`,
    { code: app.wechat.issueLoginCode(person) },
  )
const switchTo = (token: string, id: unknown, active: boolean) =>
  outcomeOf(
    app.ask,
    `mutation ($key: ID!, $id: ID!, $active: Boolean!) {
      switchStaff(key: $key, id: $id, active: $active) {
        kind: __typename
        ... on StaffChanged { colleague { isActive } }
      }
    }`,
    { key: newKey(), id, active },
    token,
  )
const move = (token: string, id: unknown, shopId: string = elsewhere.id) =>
  outcomeOf(
    app.ask,
    `mutation ($key: ID!, $id: ID!, $shopId: ID!) {
      moveStaff(key: $key, id: $id, shopId: $shopId) {
        kind: __typename
        ... on StaffChanged { colleague { staff { shopName } } }
      }
    }`,
    { key: newKey(), id, shopId },
    token,
  )
const me = async (token: unknown) =>
  (await app.ask('{ staffMe { name } }', {}, String(token))).status

describe('a staff account', () => {
  it('is bound to a WeChat identity by a code from the manager, once, and signs in by it', async () => {
    const { code } = await invite(sun)
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/)
    expect(await signIn('wu')).toEqual({ kind: 'NotStaff' })
    expect(await bind(String(code).toLowerCase())).toMatchObject({
      kind: 'StaffSignedIn',
      staff: { name: '吴店员', role: 'STAFF', shopName: shop.name },
    })
    expect(await bind(code, 'somebody')).toEqual({ kind: 'BindingRefused', reason: 'USED' })
    expect(await signIn('wu')).toMatchObject({ kind: 'StaffSignedIn' })
    expect(await signIn('somebody')).toEqual({ kind: 'NotStaff' })
    expect(await auditsOf(app, 'bound-staff')).toHaveLength(1)
  })

  it('wears its own hat: the same person’s membership stays a session of its own', async () => {
    const lin = await app.join(people.lin.phone)
    const { code } = await invite(sun)
    const { token } = await bind(code, 'lin')
    const asMember = await app.ask('{ me { id } staffMe { id } }', {}, lin)
    const asStaff = await app.ask('{ me { id } staffMe { id } }', {}, String(token))
    expect(asMember.data).toMatchObject({ staffMe: null, me: { id: expect.anything() } })
    expect(asStaff.data).toMatchObject({ me: null, staffMe: { id: expect.anything() } })
  })

  it('is not bound by a code that is wrong, or a quarter of an hour old', async () => {
    expect(await bind('00000000')).toEqual({ kind: 'BindingRefused', reason: 'WRONG' })
    const { code } = await invite(sun)
    app.clock.at += 15 * MINUTE_MS
    expect(await bind(code)).toEqual({ kind: 'BindingRefused', reason: 'EXPIRED' })
  })

  it('is not bound to a WeChat identity of somebody else of the staff', async () => {
    await bind((await invite(sun)).code)
    const { code } = await invite(sun, { phone: '13800000042', name: '郑店员' })
    expect(await bind(code)).toEqual({ kind: 'WechatTaken' })
  })

  it('is one per phone number', async () => {
    await invite(sun)
    expect(await invite(sun)).toEqual({ kind: 'StaffExists' })
    expect(await invite(sun, { phone: '123' })).toEqual({ kind: 'PhoneNotValid' })
  })

  it('is made by a manager for their shop’s staff alone, by an operator for anybody', async () => {
    await openElsewhere(app)
    const zhao = await app.joinStaff(staff.zhao.phone)
    expect(await invite(zhao)).toEqual({ kind: 'StaffNotYours' })
    expect(await invite(sun, { role: 'MANAGER' })).toEqual({ kind: 'StaffNotYours' })
    expect(await invite(sun, { shopId: elsewhere.id })).toEqual({ kind: 'StaffNotYours' })
    expect(await invite(qian, { shopId: 'none' })).toEqual({ kind: 'NoSuchShop' })
    const asked = { role: 'MANAGER', shopId: elsewhere.id }
    expect(await invite(qian, asked)).toMatchObject({ kind: 'StaffInvited' })
  })
})

describe('somebody who was shut out', () => {
  it('is out within five seconds, cannot sign in, and can be let in again', async () => {
    const { code, staffId } = await invite(sun)
    const { token } = await bind(code)
    expect(await me(token)).toBe(200)
    expect(await switchTo(sun, staffId, false)).toEqual({
      kind: 'StaffChanged',
      colleague: { isActive: false },
    })
    app.clock.at += 5_000
    expect(await me(token)).toBe(401)
    expect(await signIn('wu')).toEqual({ kind: 'NotStaff' })
    await switchTo(sun, staffId, true)
    expect(await signIn('wu')).toMatchObject({ kind: 'StaffSignedIn' })
    expect(await auditsOf(app, 'switched-staff')).toHaveLength(2)
  })

  it('was not shut out by a colleague, by themself, or from another shop', async () => {
    const zhao = await app.joinStaff(staff.zhao.phone)
    const refused = { kind: 'StaffNotYours' }
    expect(await switchTo(zhao, staff.zhao.id, false)).toEqual(refused)
    expect(await switchTo(sun, 'staff-sun', false)).toEqual(refused)
    expect(await switchTo(sun, staff.qian.id, false)).toEqual(refused)
    const other = await joinElsewhere(app, 'manager')
    expect(await switchTo(other, staff.zhao.id, false)).toEqual(refused)
    expect(await switchTo(sun, 'none', false)).toEqual(refused)
    expect(await switchTo(qian, staff.qian.id, false)).toEqual(refused)
  })
})

describe('somebody who moves', () => {
  it('serves at the other shop from the next request on, five seconds later at most', async () => {
    await openElsewhere(app)
    await app.joinStaff(staff.zhao.phone)
    expect(await move(qian, staff.zhao.id)).toEqual({
      kind: 'StaffChanged',
      colleague: { staff: { shopName: elsewhere.name } },
    })
    expect(await move(qian, staff.zhao.id, 'none')).toEqual({ kind: 'NoSuchShop' })
    expect(await move(qian, 'none')).toEqual({ kind: 'StaffNotYours' })
    expect(await move(qian, staff.qian.id)).toEqual({ kind: 'StaffNotYours' })
  })
})

describe('the list of colleagues', () => {
  const list = (token: string) =>
    outcomeOf<{ staff: { name: string }; isMine: boolean; hasWechat: boolean }[]>(
      app.ask,
      '{ colleagues { staff { name } isMine hasWechat } }',
      {},
      token,
    )

  it('is that of the shop, and says whom the asker may change', async () => {
    await joinElsewhere(app)
    const names = async (token: string) =>
      (await list(token)).map(({ staff: { name }, isMine }) => `${name}${isMine ? ' *' : ''}`)
    expect(await names(sun)).toEqual(['李运营', '钱运营', '孙店长', '赵店员 *'])
    expect(await names(await app.joinStaff(staff.zhao.phone))).toEqual([
      '李运营',
      '钱运营',
      '孙店长',
      '赵店员',
    ])
    expect(await names(qian)).toEqual(['周店员 *', '李运营 *', '钱运营', '孙店长 *', '赵店员 *'])
  })
})
