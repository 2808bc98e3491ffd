import type { GraphQLOutputType } from 'graphql'
import { getNamedType, isObjectType, isUnionType } from 'graphql'
import { expect, it } from 'vitest'
import { buildSchema } from '../../bff/src/schema.ts'
import { access } from './access.table.ts'
import { yes } from './access.verdicts.ts'
import { ownDoors, reach, shownOfOthers } from './reach.table.ts'

const hats = ['guest', 'member', 'staff', 'manager', 'operator', 'system']

/** Which hats can come to each type by asking what they may ask: through every field there is. */
function reached(): Record<string, string> {
  const schema = buildSchema()
  const by = new Map<string, Set<string>>()
  const walk = (type: GraphQLOutputType, hat: string): void => {
    const named = getNamedType(type)
    if (isUnionType(named)) for (const one of named.getTypes()) walk(one, hat)
    if (!isObjectType(named)) return
    const known = by.get(named.name) ?? new Set()
    by.set(named.name, known)
    if (known.has(hat)) return
    known.add(hat)
    for (const field of Object.values(named.getFields())) walk(field.type, hat)
  }
  for (const [field, , , verdicts] of access) {
    const [root, name = ''] = field.split('.')
    const type = root === 'Query' ? schema.getQueryType() : schema.getMutationType()
    const result = type?.getFields()[name]?.type
    for (const [n, hat] of hats.entries()) {
      const isDoor = ownDoors.includes(field) && hat !== 'member'
      if (result && verdicts[n] === yes && !isDoor) walk(result, hat)
    }
  }
  const whose = (type: string) => hats.filter((hat) => by.get(type)?.has(hat)).join(' ')
  return Object.fromEntries([...by.keys()].sort().map((type) => [type, whose(type)]))
}

it('nobody comes to a type but who is named for it, and every type is named', () => {
  const placed = Object.entries(reach).flatMap(([whose, types]) =>
    types.map((type) => [type, whose] as const),
  )
  expect(reached()).toEqual(Object.fromEntries(placed.sort(([a], [b]) => (a < b ? -1 : 1))))
})

it.each(Object.entries(shownOfOthers))(
  'of a member others are shown no more in %s',
  (name, fields) => {
    const type = buildSchema().getType(name)
    expect(isObjectType(type) && Object.keys(type.getFields()).sort()).toEqual(fields)
  },
)
