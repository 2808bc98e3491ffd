import { getTableColumns, is, Param, Placeholder, type Query, sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'

/** The text of one write, and how its named arguments become the values the database is given. */
export interface Statement {
  readonly text: string
  bind(args: object): unknown[]
}

/** What a driver builds statements from: drizzle's insert, update and delete all have it. */
interface Buildable {
  toSQL(): Query
}

/** Any name that is asked for is an argument of that name. */
export const argumentsByName: object = new Proxy(
  {},
  { get: (_, name) => (typeof name === 'string' ? sql.placeholder(name) : undefined) },
)

/** The values of an insert: every column of the table, each from the argument of its own name. */
export function rowByName(table: SQLiteTable): Record<string, Placeholder> {
  const names = Object.keys(getTableColumns(table))
  return Object.fromEntries(names.map((name) => [name, sql.placeholder(name)]))
}

interface Binding {
  /** What stands in for an argument that is not given; without it, a missing argument is a bug. */
  readonly missing?: null
  /** Values the database client cannot take as they are. */
  plain(value: unknown): unknown
}

/** Turns a drizzle query into a statement. Numbers that are not safe integers are refused. */
export function compile(query: unknown, { missing, plain }: Binding): Statement {
  const { sql: text, params } = (query as Buildable).toSQL()
  const binders = params.map((param) => binder(param))
  return { text, bind: (args) => binders.map((bind) => bind(args as Record<string, unknown>)) }

  function binder(param: unknown): (args: Record<string, unknown>) => unknown {
    if (is(param, Placeholder))
      return (args) => plain(checked(argument(args, param.name), param.name))
    if (is(param, Param) && is(param.value, Placeholder)) {
      const { encoder } = param
      const { name } = param.value
      return (args) => {
        const value = argument(args, name)
        if (value === undefined || value === null) return checked(value, name)
        return plain(checked(encoder.mapToDriverValue(value), name))
      }
    }
    return () => param
  }

  function argument(args: Record<string, unknown>, name: string): unknown {
    return args[name] === undefined ? missing : args[name]
  }
}

/** The arguments of a read, in the form the database client takes them. */
export function plainArguments(args: object, plain: Binding['plain']): object {
  const entries = Object.entries(args)
  return Object.fromEntries(entries.map(([name, value]) => [name, plain(checked(value, name))]))
}

/** The value itself, if there is one and, when it is a number, it is a whole one that is exact. */
function checked(value: unknown, name: string): unknown {
  if (value === undefined) throw new Error(`the argument ${name} is missing`)
  if (typeof value === 'number' && !Number.isSafeInteger(value)) {
    throw new Error(`the argument ${name} is not a safe integer: ${value}`)
  }
  return value
}
