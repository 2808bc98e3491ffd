import { install } from './install.mjs'
import { fail, run } from './run.mjs'

// npm run check: what must be green before a commit, in under a minute.

const steps = {
  lint: ['npx', ['--no-install', 'biome', 'check']],
  types: ['npx', ['--no-install', 'tsc', '-p', 'tsconfig.json']],
  'app types': ['npx', ['--no-install', 'tsc', '-p', 'apps/member/tsconfig.json']],
  contract: ['npm', ['run', '--silent', 'schema:check', '-w', 'bff']],
  'generated operations': ['npm', ['run', '--silent', 'codegen:check', '-w', 'apps/member']],
  'fast tests': ['npx', ['--no-install', 'vitest', 'run', '--project', 'fast', '--reporter=dot']],
}

/** Runs every step; `left out` are those the caller does better itself. */
export async function check({ without = [] } = {}) {
  await install()
  for (const [name, [command, args]] of Object.entries(steps)) {
    if (without.includes(name)) continue
    const began = performance.now()
    await run(command, args)
    console.log(`✔ ${name} (${((performance.now() - began) / 1000).toFixed(1)} s)`)
  }
}

if (process.argv[1] === new URL(import.meta.url).pathname) await check().catch(fail)
