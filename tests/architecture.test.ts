import { getTableName } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { sqliteKit } from '../bff/src/db/kit.ts'
import { appendOnlyTables, tables } from '../bff/src/stores.ts'
import {
  checkAppImports,
  checkAppTags,
  checkPageSize,
  checkSharedImports,
} from './architecture/apps.ts'
import { checkBffCalls, checkBffImports, circlesIn } from './architecture/bff.ts'
import { checkCascade, checkExcuses, checkSettings, checkSize } from './architecture/everywhere.ts'
import type { Check, Source } from './architecture/sources.ts'
import { sourcesIn } from './architecture/sources.ts'

const bff = sourcesIn('bff/src', ['.ts'])
const scripts = sourcesIn('bff/scripts', ['.ts'])
const migrations = sourcesIn('bff/migrations', ['.sql'])
const member = sourcesIn('apps/member/src', ['.ts', '.tsx', '.scss'])
const shared = sourcesIn('shared', ['.ts'])
const tooling = sourcesIn('shared/tooling', ['.mjs'])
const tests = sourcesIn('tests', ['.ts', '.tsx', '.mjs', '.html'])
const all = [...bff, ...scripts, ...member, ...shared, ...tooling, ...tests]

const problemsOf = (check: Check, sources: readonly Source[]): string[] => sources.flatMap(check)
/** This very file and its checks quote what they forbid. */
const quotesNothing = ({ path }: Source) => !path.startsWith('tests/architecture')

describe('the house keeps its rules', () => {
  it('finds the sources', () => {
    for (const sources of [bff, scripts, migrations, member, shared, tooling, tests])
      expect(sources.length).toBeGreaterThan(1)
  })

  it.each<[string, Check, readonly Source[]]>([
    ['imports of the BFF go in one direction', checkBffImports, bff],
    ['rules, stores and resolvers ask nobody for time or chance', checkBffCalls, bff],
    ['pages use features, features use ui and lib, ui nothing', checkAppImports, member],
    ['screens are drawn with Taro components', checkAppTags, member],
    ['a page only arranges', checkPageSize, member],
    ['shared imports nothing', checkSharedImports, shared],
    ['no file is too long', checkSize, all],
    ['main.ts alone reads the environment', checkSettings, all],
    ['nothing is deleted by cascade', checkCascade, [...bff, ...migrations]],
    ['nobody makes excuses', checkExcuses, all.filter(quotesNothing)],
  ])('%s', (_, check, sources) => {
    expect(problemsOf(check, sources)).toEqual([])
  })

  it('no files of the BFF import each other in a circle', () => {
    expect(circlesIn(bff)).toEqual([])
  })

  it('no files of the app import each other in a circle', () => {
    expect(circlesIn(member)).toEqual([])
  })

  it('every table that is only added to exists, and both databases guard it', () => {
    const names = Object.values(tables(sqliteKit)).map((table) => getTableName(table))
    expect(appendOnlyTables.filter((table) => !names.includes(table))).toEqual([])
    for (const [dialect, trigger] of [
      ['sqlite', (table: string) => `CREATE TRIGGER \`${table}_refuse_delete\``],
      ['postgres', (table: string) => `CREATE TRIGGER "${table}_refuse_change"`],
    ] as const) {
      const sql = migrations
        .filter(({ path }) => path.includes(dialect))
        .map(({ text }) => text)
        .join('\n')
      expect(appendOnlyTables.filter((table) => !sql.includes(trigger(table)))).toEqual([])
    }
  })
})
