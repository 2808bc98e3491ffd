import { GraphQLError, type GraphQLSchema } from 'graphql'
import { createSchema } from 'graphql-yoga'
import { createEngine, type Engine, type RequestMeta } from '../../bff/src/graphql/engine.ts'
import type { Log } from '../../bff/src/log.ts'

/** A schema small enough to read at a glance, with everything in it that can go wrong. */
const typeDefs = /* GraphQL */ `
  scalar Day
  enum Season { SPRING AUTUMN }
  type Tree { name: String!, tall: Boolean!, parent: Tree, root: Tree!, children: [Tree!]! }
  type Watered { litres: Int!, tree: Tree! }
  type Dry { reason: String! }
  union WaterOutcome = Watered | Dry
  input Nest { in: Nest }
  input Spot { row: Int!, day: Day, season: Season, inside: Spot }
  type Query {
    hello: String!
    tree: Tree
    tall(metres: Int! = 3): Boolean!
    plan(spot: Spot!): Boolean!
    nest(nest: Nest!): Boolean!
    days(days: [Day!]!): Int!
    fail: String
    failHard: String!
    wrongType: Int
    refuse(code: String!, retryAfterMs: Int): String
    outcome(kind: String!): WaterOutcome
  }
  type Mutation {
    water(litres: Int! = 1): WaterOutcome!
    prune: String!
  }
`

const oak = {
  name: 'oak',
  tall: true,
  parent: () => oak,
  root: () => oak,
  children: () => [oak],
}

export interface Garden {
  schema: GraphQLSchema
  /** What the mutations have done so far, in order. */
  done: string[]
  /** A mutation waits for this before it does anything. */
  gate: Promise<void>
}

export function plantGarden(): Garden {
  const garden: Garden = { schema: undefined as never, done: [], gate: Promise.resolve() }
  const outcome = (kind: string) => ({ kind, litres: 1, reason: 'no rain', tree: oak })
  garden.schema = createSchema({
    typeDefs,
    resolvers: {
      Query: {
        hello: () => 'world',
        tree: async () => oak,
        tall: (_root, { metres }: { metres: number }) => metres > 2,
        plan: () => true,
        nest: () => true,
        days: (_root, { days }: { days: string[] }) => days.length,
        fail: () => {
          throw new Error('SQLITE_ERROR: no such table: members at /srv/app/db.ts')
        },
        failHard: async () => {
          throw new Error('duplicate key value violates unique constraint "members_phone"')
        },
        wrongType: () => 2 ** 40,
        refuse: (_root, { code, retryAfterMs }: { code: string; retryAfterMs?: number }) => {
          throw new GraphQLError('No.', { extensions: { code, retryAfterMs } })
        },
        outcome: async (_root, { kind }: { kind: string }) => outcome(kind),
      },
      Tree: { parent: (tree) => tree.parent(), root: (tree) => tree.root(), children: () => [oak] },
      WaterOutcome: {
        __resolveType: ({ kind }: { kind: string }) => {
          if (kind === 'Flood') throw new Error('the river is at /home/river')
          return kind
        },
      },
      Mutation: {
        water: async (_root, { litres }: { litres: number }) => {
          await garden.gate
          garden.done.push(`water ${litres}`)
          return outcome('Watered')
        },
        prune: () => {
          garden.done.push('prune')
          return 'pruned'
        },
      },
    },
  })
  const day = garden.schema.getType('Day') as { parseValue?: (value: unknown) => unknown }
  day.parseValue = (value) => {
    if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return value
    throw new GraphQLError('a day is written YYYY-MM-DD.')
  }
  return garden
}

export interface LogLine {
  level: 'info' | 'warn' | 'error'
  details: Record<string, unknown>
}

/** A log that can be read. */
export function keepLog(): { log: Log; lines: LogLine[] } {
  const lines: LogLine[] = []
  const keep = (level: LogLine['level']) => (details: object) => {
    lines.push({ level, details: details as Record<string, unknown> })
  }
  return { log: { info: keep('info'), warn: keep('warn'), error: keep('error') }, lines }
}

export interface OpenGarden extends Garden {
  engine: Engine
  lines: LogLine[]
  /** What each context was made from, in order. */
  asked: RequestMeta[]
}

/** A garden with an engine before it. Ids count up: request-1, request-2 … */
export function openGarden(
  options: {
    production?: boolean
    documents?: Readonly<Record<string, string>>
    bodyBytesMax?: number
    makeContext?: (request: RequestMeta) => Promise<object>
  } = {},
): OpenGarden {
  const garden = plantGarden()
  const { log, lines } = keepLog()
  const asked: RequestMeta[] = []
  let ids = 0
  const engine = createEngine({
    schema: garden.schema,
    documents: {},
    production: false,
    log,
    newId: () => `request-${++ids}`,
    ...options,
    makeContext: async (request) => {
      asked.push({ ...request })
      return options.makeContext?.(request) ?? {}
    },
  })
  return Object.assign(garden, { engine, lines, asked })
}

export const caller = { headers: {}, ip: '192.0.2.1' }

/** The codes of an answer's errors, in order. */
export function codesOf(body: string): unknown[] {
  const { errors = [] } = JSON.parse(body) as { errors?: { extensions: { code: unknown } }[] }
  return errors.map((error) => error.extensions.code)
}
