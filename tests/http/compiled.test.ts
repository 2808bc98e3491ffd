import fc from 'fast-check'
import { buildSchema, type ExecutionResult, GraphQLObjectType, isUnionType, parse } from 'graphql'
import { createYoga } from 'graphql-yoga'
import { describe, expect, it } from 'vitest'
import { createEngine } from '../../bff/src/graphql/engine.ts'
import { caller, keepLog } from './garden.ts'

const typeDefs = /* GraphQL */ `
  type Query { node: Node, must: Node! }
  type Node {
    leaf: Int, mustLeaf: Int!, node: Node, must: Node!
    nodes: [Node!], maybe: [Node]!, pick: Pick, mustPick: Pick!
  }
  type Left { left: Int!, node: Node }
  type Right { right: Int, must: Node! }
  union Pick = Left | Right
`

/**
 * What a resolver does: give what is asked for, now or later, or nothing, or fail in one of two
 * ways.
 */
const fates = [
  'give',
  'give',
  'give',
  'give later',
  'null',
  'null later',
  'throw',
  'reject',
] as const
type Fate = (typeof fates)[number]

interface Fated {
  fated: readonly Fate[]
}

/** A schema whose every field meets the fate that its path picks from the list in the context. */
const schema = buildSchema(typeDefs)
for (const type of Object.values(schema.getTypeMap())) {
  if (isUnionType(type)) type.resolveType = (value) => value.type
  if (!(type instanceof GraphQLObjectType) || type.name.startsWith('__')) continue
  for (const field of Object.values(type.getFields())) {
    field.resolve = (source: { path?: string } | undefined, _given, { fated }: Fated) => {
      const path = `${source?.path ?? ''}/${field.name}`
      const fate = fateOf(path, fated)
      if (fate === 'throw') throw new Error(path)
      if (fate === 'reject') return Promise.reject(new Error(path))
      const value = fate.startsWith('null') ? null : given(path, String(field.type))
      return fate.endsWith('later') ? Promise.resolve(value) : value
    }
  }
}

/**
 * Inside a list everything fails late. Where one item fails at once and another one late, the
 * walking execution forgets the late one, and its rejection is nobody's.
 */
function fateOf(path: string, fated: readonly Fate[]): Fate {
  const fate = fated[hash(path) % fated.length] ?? 'give'
  if (!/(nodes|maybe)\/\d/.test(path)) return fate
  if (fate === 'throw') return 'reject'
  return fate === 'null' ? 'null later' : fate
}

function given(path: string, type: string): unknown {
  if (type.startsWith('Int')) return hash(path)
  if (type.startsWith('Pick')) return { path, type: hash(path) % 2 ? 'Left' : 'Right' }
  if (type === '[Node]!')
    return [{ path: `${path}/0` }, null, Promise.resolve({ path: `${path}/2` })]
  if (type.startsWith('[')) return [{ path: `${path}/0` }, { path: `${path}/1` }]
  return { path }
}

function hash(path: string): number {
  let sum = 7
  for (const letter of path) sum = (sum * 31 + letter.charCodeAt(0)) % 9973
  return sum
}

const { selection } = fc.letrec<{ selection: string; field: string }>((tie) => ({
  field: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'field' },
    fc.constantFrom('leaf', 'mustLeaf', '__typename', 'two: leaf', 'two: leaf @skip(if: $no)'),
    fc.constantFrom(
      'leaf @include(if: $no)',
      'mustLeaf @skip(if: $yes)',
      'node @include(if: $no) { leaf }',
    ),
    fc.constantFrom('...F', '...F @include(if: $no)', '...F @skip(if: $no)', 'pick { ...P }'),
    fc
      .tuple(fc.constantFrom('node', 'must', 'nodes', 'maybe', 'other: node'), tie('selection'))
      .map(([name, inner]) => `${name} ${inner}`),
    tie('selection').map((inner) => `... on Node @include(if: $yes) ${inner}`),
    fc
      .tuple(fc.constantFrom('pick', 'mustPick'), tie('selection'), tie('selection'))
      .map(([name, left, right]) => {
        const [l, r] = [`... on Left { left node ${left} }`, `... on Right { right must ${right} }`]
        return `${name} { __typename ${l} ${r} }`
      }),
  ),
  selection: fc
    .array(tie('field'), { minLength: 1, maxLength: 3, depthIdentifier: 'field' })
    .map((fields) => `{ ${fields.join(' ')} }`),
}))

const query = fc
  .tuple(selection, selection)
  .map(([first, second]) =>
    [
      'query ($yes: Boolean!, $no: Boolean!) {',
      `node ${first} must ${second} used: node { ...F pick { ...P } }`,
      'x: __typename @skip(if: $yes) y: __typename @include(if: $no) }',
      'fragment F on Node { leaf nodes { mustLeaf leaf @include(if: $no) } }',
      'fragment P on Pick { ... on Left { left } ... on Right { right } __typename }',
    ].join('\n'),
  )

describe('compiled execution', () => {
  it('gives the data that walking the document gives, whatever resolvers do', {
    timeout: 60_000,
  }, async () => {
    let contextValue: Fated = { fated: [] }
    const walker = createYoga({ schema, logging: false }).getEnveloped()
    const engine = createEngine({
      schema,
      makeContext: async () => contextValue,
      documents: {},
      production: false,
      log: keepLog().log,
      newId: () => 'request',
    })
    await fc.assert(
      fc.asyncProperty(
        query,
        fc.array(fc.constantFrom(...fates), { minLength: 1, maxLength: 40 }),
        fc.record({ yes: fc.boolean(), no: fc.boolean() }),
        async (text, fated, variables) => {
          contextValue = { fated }
          const answer = await engine.execute({ query: text, variables }, caller)
          const compiled = JSON.parse(answer.body)
          // A document over the limits never comes to be executed.
          fc.pre(compiled.errors?.[0].extensions.code !== 'BAD_QUERY')
          const document = parse(text)
          const walked: ExecutionResult = await walker.execute({
            schema,
            document,
            contextValue,
            variableValues: variables,
          })
          expect(compiled.data).toEqual(JSON.parse(JSON.stringify(walked.data)))
          expect(compiled.errors === undefined).toBe(walked.errors === undefined)
        },
      ),
      { numRuns: 100, seed: 20260302 },
    )
  })
})
