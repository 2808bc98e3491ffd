import type { GraphQLInputType, GraphQLObjectType } from 'graphql'
import { getNamedType, isInputObjectType } from 'graphql'
import { beforeEach, describe, expect, it } from 'vitest'
import { accessOf } from '../../bff/src/graphql/auth.ts'
import { buildSchema } from '../../bff/src/schema.ts'
import { newKey } from '../fixtures/acts.ts'
import { allRows } from '../fixtures/rows.ts'
import { notOwned, type Owned, owned } from './strangers.table.ts'
import { openStrangers, type Strangers } from './strangers.world.ts'

let world: Strangers
beforeEach(async () => {
  world = await openStrangers()
})

const schema = buildSchema()
const rootOf = (field: string): [GraphQLObjectType | null | undefined, string] => {
  const [type, name = ''] = field.split('.')
  return [type === 'Query' ? schema.getQueryType() : schema.getMutationType(), name]
}

/** Asks a row’s field about an id, as somebody; the whole answer, without what was asked in it. */
async function ask({ field, args, more = '' }: Owned, who: keyof Strangers, id: string) {
  const [root, name] = rootOf(field)
  const definition = root?.getFields()[name]
  const isMutation = field.startsWith('Mutation')
  const key = definition?.args.some((arg) => arg.name === 'key') ? `key: "${newKey()}", ` : ''
  const given = args.replace('$id', id).replace('$payloadHash', world.ids.payloadHash)
  const asked = `${name}(${key}${given}) { __typename ${more} }`
  const query = isMutation ? `mutation { ${asked} }` : `{ ${asked} }`
  const { status, data, errors } = await world.app.ask(query, {}, String(world[who]))
  const codes = errors?.map(({ message, extensions }) => [extensions.code, message])
  return JSON.parse(JSON.stringify({ status, data, codes }).replaceAll(id, '<id>')) as object
}

/** Everything but the answers that are kept with their keys. */
const rows = async () => ({ ...(await allRows(world.app.driver)), receipts: [] })

describe('what belongs to somebody else', () => {
  it.each(owned)(
    'is as unknown to a stranger as what is not there, and nothing is done: $field',
    async (row) => {
      const before = await rows()
      const theirs = await ask(row, row.stranger, world.ids[row.id])
      const nothing = await ask(row, row.stranger, 'no-such-id')
      expect(theirs).toEqual(nothing)
      expect(await rows()).toEqual(before)
    },
  )

  it.each(owned)('is known to its owner: $field', async (row) => {
    const mine = await ask(row, row.owner, world.ids[row.id])
    expect(mine).not.toEqual(await ask(row, row.owner, 'no-such-id'))
    expect(mine).toMatchObject({ status: 200 })
  })
})

/** Whether an argument names something by its id, also inside an input. */
function namesAnId(type: GraphQLInputType, seen = new Set<string>()): boolean {
  const named = getNamedType(type)
  if (named.name === 'ID') return true
  if (!isInputObjectType(named) || seen.has(named.name)) return false
  seen.add(named.name)
  return Object.values(named.getFields()).some((field) => namesAnId(field.type, seen))
}

it('every field of members and shops that takes an id is in the table, or says whose it is', () => {
  const asked = [schema.getQueryType(), schema.getMutationType()].flatMap((root) =>
    Object.values(root?.getFields() ?? {})
      .filter((field) =>
        ['guest', 'member', 'staff', 'employee', 'counter'].includes(accessOf(field)?.role ?? ''),
      )
      .filter(({ args }) => args.some(({ name, type }) => name !== 'key' && namesAnId(type)))
      .map(({ name }) => `${root?.name}.${name}`),
  )
  const placed = new Set([...owned.map(({ field }) => field), ...Object.keys(notOwned)])
  expect(asked.filter((field) => !placed.has(field))).toEqual([])
})
