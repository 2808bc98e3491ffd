import type { Check } from './sources.ts'
import { codeOnly, withoutComments } from './sources.ts'

const LINES_MAX = 300

export const checkSize: Check = ({ path, text }) => {
  const lines = text.trimEnd().split('\n').length
  return lines > LINES_MAX
    ? [`${path} has ${lines} lines of ${LINES_MAX}: split it by what it does`]
    : []
}

/** Files that run before or beside the app may look at the environment; of the app, main.ts alone. */
const mayReadSettings =
  /^(bff\/src\/main\.ts|bff\/scripts\/|shared\/tooling\/|tests\/|apps\/member\/(config|scripts)\/)/

export const checkSettings: Check = ({ path, text }) =>
  /\bprocess\.env\b/.test(codeOnly(text)) && !mayReadSettings.test(path)
    ? [`${path} reads process.env: let bff/src/main.ts read it and hand the value in`]
    : []

/** A cascade deletes rows that nobody named, the ledger's among them. */
export const checkCascade: Check = ({ path, text }) =>
  /\bcascade\b|\bonDelete\b/i.test(withoutComments(text).replaceAll(/--.*$/gm, ''))
    ? [`${path} cascades: delete each row by name, in a commit of its own`]
    : []

const excuses: readonly [RegExp, string][] = [
  [/@ts-(ignore|expect-error|nocheck)/, 'make the types fit'],
  [/biome-ignore/, 'follow the rule, or change it for everybody'],
  [/\b(TODO|FIXME|XXX)\b/, 'do it now, or make an issue of it'],
  [/\b(it|test|describe)\.(only|skip|todo)\b/, 'a test runs or is gone'],
]

/** Nobody puts off what a rule asks for. */
export const checkExcuses: Check = ({ path, text }) =>
  excuses.flatMap(([excuse, instead]) => {
    const found = excuse.exec(text)?.[0]
    return found === undefined ? [] : [`${path} says ${found}: ${instead}`]
  })
