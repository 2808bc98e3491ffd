import type { GraphQLInputType, GraphQLObjectType } from 'graphql'
import { getNamedType, isInputObjectType, isObjectType } from 'graphql'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { accessOf } from '../../bff/src/graphql/auth.ts'
import { buildSchema } from '../../bff/src/schema.ts'
import type { Ask } from '../fixtures/ask.ts'
import { allRows } from '../fixtures/rows.ts'
import { about } from './about.ts'
import { access } from './access.table.ts'
import { hats, yes } from './access.verdicts.ts'
import { below, notOwned, type Owned, owned } from './strangers.table.ts'
import { openStrangers, type Strangers } from './strangers.world.ts'

const schema = buildSchema()
const roots = { Query: schema.getQueryType(), Mutation: schema.getMutationType() }

const by =
  (world: Strangers, who: Owned['owner']): Ask =>
  (query, variables) =>
    world.app.ask(query, variables, world[who])

describe('what belongs to somebody else', () => {
  let world: Strangers
  beforeAll(async () => {
    world = await openStrangers()
  })

  /** Everything but the answers that are kept with their keys. */
  const rows = async () => ({ ...(await allRows(world.app.driver)), receipts: [] })

  const asked = owned.flatMap((row) => row.strangers.map((who) => [row.field, who, row] as const))
  it.each(asked)(
    'is as unknown to a stranger as what is not there, and nothing is done: %s by %s',
    async (_, who, row) => {
      const before = await rows()
      const theirs = await about(row, world.ids[row.id], world, by(world, who))
      expect(theirs).toEqual(await about(row, 'no-such-id', world, by(world, who)))
      expect(theirs).toMatchObject({ status: 200 })
      expect(await rows()).toEqual(before)
    },
  )

  it.each(hats)('is denied to a %s who may not ask at all, and nothing is done', async (hat) => {
    const denied = owned.filter(({ field }) => {
      const [, , , verdicts] = access.find(([name]) => name === field) ?? []
      return verdicts?.[hats.indexOf(hat)] !== yes
    })
    const before = await allRows(world.app.driver)
    for (const row of denied) {
      const answer = await about(row, world.ids[row.id], world, world.hats[hat])
      expect(answer, row.field).toMatchObject({ status: hat === 'guest' ? 401 : 403 })
      expect(await allRows(world.app.driver), row.field).toEqual(before)
    }
  })
})

describe('what is one’s own', () => {
  let world: Strangers
  beforeEach(async () => {
    world = await openStrangers()
  })

  it.each(owned)('is known to its owner: $field', async (row) => {
    const mine = await about(row, world.ids[row.id], world, by(world, row.owner))
    expect(mine).not.toEqual(await about(row, 'no-such-id', world, by(world, row.owner)))
    expect(mine).toMatchObject({ status: 200 })
  })
})

/** Names of arguments that are no ids by their type, and name a thing all the same. */
const NAMING = ['code', 'orderId', 'phone', 'receiptNo', 'refundId', 'wechatCode']

/** Whether an argument names something, also inside an input. */
function namesAThing(name: string, type: GraphQLInputType, seen = new Set<string>()): boolean {
  const named = getNamedType(type)
  if (named.name === 'ID' || NAMING.includes(name)) return true
  if (!isInputObjectType(named) || seen.has(named.name)) return false
  seen.add(named.name)
  return Object.values(named.getFields()).some((field) => namesAThing(field.name, field.type, seen))
}

const fieldsOf = (type: GraphQLObjectType | null | undefined) =>
  Object.values(type?.getFields() ?? {}).map(
    (field) => [`${type?.name}.${field.name}`, field] as const,
  )

describe('what can be named', () => {
  it('is in the table, or says whose it is: to all but operators, whose everything is', () => {
    const naming = Object.values(roots)
      .flatMap(fieldsOf)
      .filter(([, field]) => accessOf(field)?.role !== 'operator')
      .filter(([, { args }]) =>
        args.some(({ name, type }) => name !== 'key' && namesAThing(name, type)),
      )
    const placed = [...new Set(owned.map(({ field }) => field)), ...Object.keys(notOwned)]
    expect(placed.sort()).toEqual(naming.map(([field]) => field).sort())
  })

  it('below the root is named with its reason', () => {
    const asking = Object.values(schema.getTypeMap())
      .filter(isObjectType)
      .filter(({ name }) => !name.startsWith('__') && !(name in roots))
      .flatMap(fieldsOf)
      .filter(([, { args }]) => args.length > 0)
    expect(Object.keys(below)).toEqual(asking.map(([field]) => field).sort())
  })
})
