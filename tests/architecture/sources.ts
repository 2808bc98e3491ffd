import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A file of ours: its path from the root, with forward slashes, and what it says. */
export interface Source {
  path: string
  text: string
}

/** What is wrong with a source and what to do about it; empty when nothing is. */
export type Check = (source: Source) => string[]

export interface Import {
  /** As it is written. */
  from: string
  /** Nothing of it is left when the program runs. */
  isType: boolean
}

const root = fileURLToPath(new URL('../../', import.meta.url))
const notOurs = /(^|\/)(node_modules|generated|dist|\.cache|\.swc|\.temp)\//

/** Every source under a folder whose name ends in one of these. */
export function sourcesIn(folder: string, endings: readonly string[]): Source[] {
  return readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((path) => endings.some((ending) => path.endsWith(ending)) && !notOurs.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(`${root}${path}`, 'utf8') }))
}

const COMMENT_OR_STRING = /(\/\*[\s\S]*?\*\/|\/\/[^\n]*)|('(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*")/g

/** The code without its comments. */
export const withoutComments = (text: string): string =>
  text.replace(COMMENT_OR_STRING, (_, _comment, string: string | undefined) => string ?? '')

/** The code without comments and without what stands in quotation marks. */
export const codeOnly = (text: string): string => text.replace(COMMENT_OR_STRING, '')

const FROM = /\b(?:import|export)\s+(type\s)?([\w\s{},*]*?)\s*from\s*['"]([^'"]+)['"]/g
const BARE = /\b(?:import|require)\s*\(?\s*['"]([^'"]+)['"]/g

export function importsOf({ text }: Source): Import[] {
  const code = withoutComments(text)
  const named = [...code.matchAll(FROM)].map(([, type, names = '', from = '']) => ({
    from,
    isType: type !== undefined || /^\{(\s*type\s[^,}]+,?)+\s*\}$/.test(names),
  }))
  const bare = [...code.matchAll(BARE)].map(([, from = '']) => ({ from, isType: false }))
  return [...named, ...bare]
}

/** The path an import leads to, from the root; undefined for a package. */
export function targetOf({ path }: Source, { from }: Import): string | undefined {
  if (from.startsWith('@evergreen/shared/')) return from.replace('@evergreen/', '')
  if (from.startsWith('@/')) return from.replace('@/', 'apps/member/src/')
  return from.startsWith('.') ? posix.join(posix.dirname(path), from) : undefined
}
