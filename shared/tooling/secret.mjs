import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './run.mjs'

/** The secret of the demo and of development: made once, kept beside the data. */
export function demoSecret() {
  if (process.env.EVERGREEN_SECRET) return process.env.EVERGREEN_SECRET
  const file = join(root, '.data/secret')
  if (!existsSync(file)) {
    mkdirSync(join(root, '.data'), { recursive: true })
    writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 })
  }
  return readFileSync(file, 'utf8')
}
