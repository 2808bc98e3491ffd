import { check } from './check.mjs'
import { fail, run } from './run.mjs'

// npm test: everything, on both databases and in a real browser. Sets itself up.

try {
  await check({ without: ['fast tests'] })
  await run('npx', ['--no-install', 'vitest', 'run'])
} catch (error) {
  fail(error)
}
