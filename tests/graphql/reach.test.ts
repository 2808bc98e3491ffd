import type { GraphQLObjectType, GraphQLOutputType } from 'graphql'
import { getNamedType, isObjectType, isUnionType } from 'graphql'
import { describe, expect, it } from 'vitest'
import { buildSchema } from '../../bff/src/schema.ts'
import { access } from './access.table.ts'
import { hats, yes } from './access.verdicts.ts'
import { ownDoors, reach, shownOfOthers } from './reach.table.ts'

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

const schema = buildSchema()
const typeOf = (name: string): GraphQLObjectType => {
  const type = schema.getType(name)
  if (!isObjectType(type)) throw new Error(`${name} is no object`)
  return type
}
const partsOf = (name: string): string[] =>
  Object.values(typeOf(name).getFields()).map(({ type }) => getNamedType(type).name)

/** What tells who somebody is, or what they wrote. */
const PERSONAL = /^(memberId|maskedName|alias|phone|phoneMask|address|birthday|words)$/

describe('of a member others are shown', () => {
  it.each(Object.entries(shownOfOthers))('no more than this in %s', (name, fields) => {
    expect(Object.keys(typeOf(name).getFields()).sort()).toEqual(fields)
  })

  it('nothing in a type that is not in that table, nor in a part of one that is', () => {
    const toOthers = Object.entries(reach).flatMap(([whose, types]) =>
      whose === 'member' || whose.startsWith('guest') ? [] : types,
    )
    const personal = toOthers.filter((name) =>
      Object.keys(typeOf(name).getFields()).some((field) => PERSONAL.test(field)),
    )
    const parts = Object.keys(shownOfOthers)
      .flatMap(partsOf)
      .filter((name) => toOthers.includes(name))
    const missing = [...personal, ...parts].filter((name) => !(name in shownOfOthers))
    expect(missing).toEqual([])
  })
})
