import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './run.mjs'

const skipped = new Set(['node_modules', 'dist', '.cache', '.git'])

function* filesIn(path) {
  const absolute = join(root, path)
  if (!existsSync(absolute)) return
  if (!statSync(absolute).isDirectory()) {
    yield path
    return
  }
  for (const name of readdirSync(absolute).sort())
    if (!skipped.has(name)) yield* filesIn(join(path, name))
}

/** One hash over the content of files and folders. */
export function hashOf(paths, ...more) {
  const hash = createHash('sha256')
  for (const path of paths)
    for (const file of filesIn(path))
      hash.update(`${file}\0`).update(readFileSync(join(root, file)))
  for (const text of more) hash.update(`\0${text}`)
  return hash.digest('hex')
}

/**
 * Does the work only when its inputs changed since it was last done well. The stamp is written
 * after the work, so that an interrupted one is done again.
 */
export async function whenStale(stampFile, hash, work) {
  const stamp = join(root, stampFile)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return false
  await work()
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, hash)
  return true
}
