import { describe, expect, it } from 'vitest'
import { caller, codesOf, openGarden } from './garden.ts'

const spread = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => make(index)).join(' ')

const onMutation = (name: string, fields: string) => `fragment ${name} on Mutation { ${fields} }`
const onTree = (name: string, fields: string) => `fragment ${name} on Tree { ${fields} }`

describe('an operation holds one mutation field', () => {
  it.each([
    ['two fields', 'mutation { prune water { __typename } }'],
    ['aliases', 'mutation { a: prune b: prune }'],
    ['ten aliases', `mutation { ${spread(10, (index) => `a${index}: prune`)} }`],
    ['the same field twice', 'mutation { prune prune }'],
    ['an inline fragment', 'mutation { prune ... { again: prune } }'],
    ['an inline fragment with a type', 'mutation { prune ... on Mutation { again: prune } }'],
    ['a fragment', 'mutation { prune ...Again } fragment Again on Mutation { again: prune }'],
    [
      'fragments only',
      `mutation { ...A ...B } ${onMutation('A', 'a: prune')} ${onMutation('B', 'b: prune')}`,
    ],
    [
      'a fragment in a fragment',
      `mutation { ...A } ${onMutation('A', 'a: prune ...B')} ${onMutation('B', 'b: prune')}`,
    ],
    ['a field that is left out', 'mutation { prune again: prune @skip(if: true) }'],
    ['a field that may be left out', 'mutation ($b: Boolean!) { prune b: prune @include(if: $b) }'],
    ['a fragment that is left out', 'mutation { prune ... @include(if: false) { again: prune } }'],
    ['__typename between two', 'mutation { prune __typename again: prune }'],
    ['a second operation of two', 'query Q { hello } mutation M { a: prune b: prune }'],
  ])('%s are refused and nothing runs', async (_what, query) => {
    const garden = openGarden()
    const variables = { b: false }
    const body = { query, variables, ...(query.includes(' M ') ? { operationName: 'Q' } : {}) }
    const answer = await garden.engine.execute(body, caller)
    expect(answer.status).toBe(400)
    expect(codesOf(answer.body)).toContain('ONE_MUTATION_ONLY')
    expect(garden.done).toEqual([])
    expect(garden.asked).toEqual([])
  })

  it.each([
    ['one field', 'mutation { prune }', 'prune'],
    ['one field and __typename', 'mutation { __typename prune }', 'prune'],
    ['one field with an alias', 'mutation { cut: prune }', 'prune'],
    ['one field in a fragment', 'mutation { ...M } fragment M on Mutation { prune }', 'prune'],
    ['one fragment twice', 'mutation { ...M ...M } fragment M on Mutation { prune }', 'prune'],
    [
      'many fields under one',
      'mutation { water { ... on Watered { litres tree { name } } } }',
      'water 1',
    ],
  ])('%s runs once', async (_what, query, done) => {
    const garden = openGarden()
    expect((await garden.engine.execute({ query }, caller)).status).toBe(200)
    expect(garden.done).toEqual([done])
  })

  it('a query may hold many fields', async () => {
    const garden = openGarden()
    const answer = await garden.engine.execute({ query: '{ hello tall again: hello }' }, caller)
    expect(answer.body).toBe('{"data":{"hello":"world","tall":true,"again":"world"}}')
  })
})

const deep = (levels: number) => `${'root { '.repeat(levels)}name${' }'.repeat(levels)}`

describe('a document asks for a bounded amount', () => {
  it.each([
    ['fields', `{ tree { ${deep(15)} } }`],
    [
      'inline fragments',
      `{ tree { ${'... on Tree { root { '.repeat(15)}name${' } }'.repeat(15)} } }`,
    ],
    [
      'fragments',
      `{ tree { ...F0 } } ${spread(15, (i) => onTree(`F${i}`, `root { ...F${i + 1} }`))}
       ${onTree('F15', 'name')}`,
    ],
    [
      'a fragment named like the introspection',
      `{ tree { ...__schema } } fragment __schema on Tree { ${deep(15)} }`,
    ],
    [
      'a fragment used shallow first and deep after',
      `{ shallow: tree { ...F } tree { ${'root { '.repeat(8)}...F${' }'.repeat(8)} } }
       ${onTree('F', deep(6))}`,
    ],
  ])('depth through %s is refused', async (_what, query) => {
    const garden = openGarden()
    const answer = await garden.engine.execute({ query }, caller)
    expect(answer.status).toBe(400)
    expect(answer.body).toContain('The operation asks for too much at once.')
    expect(garden.asked).toEqual([])
  })

  it.each([
    ['aliases', `{ ${spread(16, (index) => `a${index}: hello`)} }`],
    [
      'nested aliases',
      `{ ${spread(4, (i) => `a${i}: tree { ${spread(4, (k) => `b${k}: name`)} }`)} }`,
    ],
    [
      'aliases in a fragment that is spread again and again',
      `{ ${spread(5, (index) => `a${index}: tree { ...F }`)} }
       ${onTree('F', 'b: name c: name d: name')}`,
    ],
    ['directives', `{ hello ${spread(21, () => '@include(if: true)')} }`],
    [
      'directives, one a field',
      `{ tree { ${spread(11, () => 'name @skip(if: false) tall @skip(if: false)')} } }`,
    ],
    ['tokens', `{ ${spread(1001, () => 'hello')} }`],
    ['tokens that are never closed', '{ tree '.repeat(2000)],
  ])('too many %s are refused', async (_what, query) => {
    const garden = openGarden()
    const answer = await garden.engine.execute({ query }, caller)
    expect(answer.status).toBe(400)
    expect(garden.asked).toEqual([])
    expect(answer.body).not.toMatch(/\b(12|15|20|1000)\b/)
  })

  it.each([
    ['a tree ten levels deep', `{ tree { ${deep(10)} } }`],
    ['fifteen aliases', `{ ${spread(15, (index) => `a${index}: hello`)} }`],
    ['__typename everywhere', `{ ${spread(15, () => '__typename tree { __typename }')} }`],
  ])('%s is served', async (_what, query) => {
    const garden = openGarden()
    expect((await garden.engine.execute({ query }, caller)).status).toBe(200)
  })

  it.each([
    ['a fragment in a circle', '{ tree { ...A } } fragment A on Tree { root { ...A } }'],
    ['a mutation in a circle', 'mutation { ...A } fragment A on Mutation { prune ...A }'],
    ['a fragment nobody wrote', 'mutation { ...Nowhere }'],
    ['a subscription', 'subscription { hello }'],
    ['two operations and no name', 'query A { hello } query B { hello }'],
    ['nothing but a fragment', 'fragment A on Tree { name }'],
    ['no GraphQL', 'drop table members'],
    ['an empty text', ''],
  ])('%s is a bad query', async (_what, query) => {
    const garden = openGarden()
    const answer = await garden.engine.execute({ query }, caller)
    expect(answer.status).toBe(400)
    expect(new Set(codesOf(answer.body))).toEqual(new Set(['BAD_QUERY']))
    expect(garden.done).toEqual([])
    expect(garden.lines).toEqual([])
  })
})
