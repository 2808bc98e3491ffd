import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const DECLARATION = /\/\*\*((?:(?!\*\/)[\s\S])*?)\*\/\s*\n\s*([a-zA-Z]+)\s*[(<]/g

/**
 * Names of the functions WeChat documents, read from Taro's own declarations. The host puts each
 * of them on `wx`: one that it does not play reports a fault when it is called.
 */
export function documentedApis(): string[] {
  const entry = createRequire(import.meta.url).resolve('@tarojs/taro/package.json')
  const directory = join(dirname(entry), 'types', 'api')
  const found = new Set<string>()
  for (const file of readdirSync(directory, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.d.ts')) continue
    const text = readFileSync(join(directory, file), 'utf8')
    for (const block of text.split('interface TaroStatic {').slice(1)) {
      for (const [, comment = '', name = ''] of block.matchAll(DECLARATION)) {
        if (/@supported [^\n]*weapp/.test(comment) && !/^use[A-Z]/.test(name)) found.add(name)
      }
    }
  }
  return [...found].sort()
}
