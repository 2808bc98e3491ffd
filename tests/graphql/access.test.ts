import { buildSchema as readSchema } from 'graphql'
import { describe, expect, it } from 'vitest'
import { people, staff } from '../../bff/scripts/people.ts'
import { accessOf, secure } from '../../bff/src/graphql/auth.ts'
import { buildSchema } from '../../bff/src/schema.ts'
import { joinManager } from '../fixtures/manager.ts'
import { type OpenedApp, openApp } from '../fixtures/open-app.ts'
import { allRows } from '../fixtures/rows.ts'

const yes = 'allowed'
const no401 = '401 UNAUTHENTICATED'
const no403 = '403 FORBIDDEN'

const everybody = [yes, yes, yes, yes, yes]
const signedIn = [no401, yes, yes, yes, yes]
const membersOnly = [no401, yes, no403, no403, no403]
const shopStaffOnly = [no401, no403, yes, yes, no403]
const operatorsOnly = [no401, no403, no403, no403, yes]

const phone = '"13800000007"'

// Who asks:                                       guest, member, staff, manager, operator
const access: [field: string, role: string, asked: string, verdicts: string[]][] = [
  ['Query.me', 'guest', '{ me { id } }', everybody],
  ['Query.program', 'guest', '{ program { version } }', everybody],
  ['Query.programInForce', 'operator', '{ programInForce { body } }', operatorsOnly],
  ['Query.staffMe', 'signed-in', '{ staffMe { name } }', signedIn],
  ['Mutation.checkIn', 'member', 'checkIn(key: "key-of-this")', membersOnly],
  ['Mutation.lookUpMember', 'staff', 'lookUpMember(key: "key-of-this", code: "0")', shopStaffOnly],
  ['Mutation.requestPhoneCode', 'guest', `requestPhoneCode(phone: ${phone})`, everybody],
  [
    'Mutation.setConsent',
    'member',
    'setConsent(key: "key-of-that", purpose: MARKETING, given: true)',
    membersOnly,
  ],
  ['Mutation.showMemberCode', 'member', 'showMemberCode', membersOnly],
  ['Mutation.signInStaff', 'guest', `signInStaff(phone: ${phone}, code: "0")`, everybody],
  ['Mutation.signInWithPhone', 'guest', `signInWithPhone(phone: ${phone}, code: "0")`, everybody],
  ['Mutation.signInWithWechat', 'guest', 'signInWithWechat(code: "0")', everybody],
  // The last one: it ends the session that asks.
  ['Mutation.signOut', 'signed-in', 'signOut', signedIn],
]

const operationOf = (asked: string) =>
  asked.startsWith('{') ? asked : `mutation { ${asked} { __typename } }`

const roles: [role: string, signIn: (app: OpenedApp) => Promise<string | undefined>][] = [
  ['a guest', async () => undefined],
  ['a member', (app) => app.join(people.lin.phone)],
  ['staff', (app) => app.joinStaff(staff.zhao.phone)],
  ['a manager', joinManager],
  ['an operator', (app) => app.joinStaff(staff.qian.phone)],
]

describe('the role of every root field', () => {
  it('stands in this table, and the table names no field that is not there', () => {
    const schema = buildSchema()
    const roleOf = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
      Object.values(type?.getFields() ?? {}).map((field) => [
        `${type?.name}.${field.name}`,
        accessOf(field)?.role,
      ]),
    )
    expect(Object.fromEntries(roleOf)).toEqual(
      Object.fromEntries(access.map(([field, role]) => [field, role])),
    )
  })

  it('is what a schema does not build without', () => {
    const schema = readSchema('type Query { points: Int }')
    expect(() => secure(schema, async () => undefined)).toThrow('Query.points has no role')
  })

  it('is all there is: no subscriptions, and no way to a thing but through its owner', () => {
    const schema = buildSchema()
    expect(schema.getSubscriptionType()).toBeUndefined()
    expect(Object.keys(schema.getQueryType()?.getFields() ?? {})).not.toContain('node')
    expect(Object.keys(schema.getTypeMap())).not.toContain('Node')
  })
})

describe.each(roles)('%s', (role, signIn) => {
  it('may ask for what the table says, and what is denied does nothing', async () => {
    const app = await openApp()
    const token = await signIn(app)
    const column = roles.findIndex(([name]) => name === role)
    const verdicts: Record<string, string | undefined> = {}
    for (const [field, , asked] of access) {
      const before = await allRows(app.driver)
      const { status, errors } = await app.ask(operationOf(asked), {}, token)
      const [error] = errors ?? []
      verdicts[field] = error ? `${status} ${error.extensions.code}` : yes
      if (error) expect(await allRows(app.driver), `${field} for ${role}`).toEqual(before)
    }
    expect(verdicts).toEqual(
      Object.fromEntries(access.map(([field, , , expected]) => [field, expected[column]])),
    )
  })
})
