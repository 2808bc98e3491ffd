import { buildSchema as readSchema } from 'graphql'
import { describe, expect, it } from 'vitest'
import { people, staff } from '../../bff/scripts/people.ts'
import { accessOf, secure } from '../../bff/src/graphql/auth.ts'
import { buildSchema } from '../../bff/src/schema.ts'
import { type Ask, askOf } from '../fixtures/ask.ts'
import { joinManager } from '../fixtures/manager.ts'
import { type OpenedApp, openApp } from '../fixtures/open-app.ts'
import { allRows } from '../fixtures/rows.ts'
import { createServiceKey } from '../fixtures/service.ts'
import { access } from './access.table.ts'
import { yes } from './access.verdicts.ts'

const operationOf = (asked: string) =>
  asked.startsWith('{') ? asked : `mutation { ${asked} { __typename } }`

/** Asks under the token of a session. */
const signedInBy =
  (signIn: (app: OpenedApp) => Promise<string>) =>
  async (app: OpenedApp): Promise<Ask> => {
    const token = await signIn(app)
    return (query, variables) => app.ask(query, variables, token)
  }

const roles: [role: string, enter: (app: OpenedApp) => Promise<Ask>][] = [
  ['a guest', async (app) => app.ask],
  ['a member', signedInBy((app) => app.join(people.lin.phone))],
  ['staff', signedInBy((app) => app.joinStaff(staff.zhao.phone))],
  ['a manager', signedInBy(joinManager)],
  ['an operator', signedInBy((app) => app.joinStaff(staff.qian.phone))],
  [
    'a system',
    async (app) => {
      const { id: keyId } = (await createServiceKey(app)).serviceKey
      return askOf(app, { kind: 'service', keyId, shopId: null })
    },
  ],
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

describe.each(roles)('%s', (role, enter) => {
  it('may ask for what the table says, and what is denied does nothing', async () => {
    const app = await openApp()
    const ask = await enter(app)
    const column = roles.findIndex(([name]) => name === role)
    const verdicts: Record<string, string | undefined> = {}
    for (const [field, , asked] of access) {
      const before = await allRows(app.driver)
      const { status, errors } = await ask(operationOf(asked))
      const [error] = errors ?? []
      verdicts[field] = error ? `${status} ${error.extensions.code}` : yes
      if (error) expect(await allRows(app.driver), `${field} for ${role}`).toEqual(before)
    }
    expect(verdicts).toEqual(
      Object.fromEntries(access.map(([field, , , expected]) => [field, expected[column]])),
    )
  })
})
