import { readFileSync } from 'node:fs'
import { install } from './install.mjs'
import { fail, root, run } from './run.mjs'

// npm run bench: ours beside the limits of this machine, as ratios. BENCH_ROUNDS makes it longer.

const librariesOf = (workspace) => {
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(new URL(`../../${workspace}/package.json`, import.meta.url), 'utf8'),
  )
  return Object.keys({ ...dependencies, ...devDependencies })
}

try {
  await install()
  const { build } = await import('esbuild')
  await build({
    absWorkingDir: root,
    entryPoints: ['tests/bench/main.ts', 'tests/bench/servers/serve.ts'],
    outdir: 'tests/.cache/bench',
    entryNames: '[name]',
    bundle: true,
    splitting: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    sourcemap: true,
    logLevel: 'warning',
    external: [...librariesOf('bff'), ...librariesOf('tests')].filter(
      (name) => !name.startsWith('@evergreen/'),
    ),
  })
  await run('node', ['--enable-source-maps', 'tests/.cache/bench/main.js'])
} catch (error) {
  fail(error)
}
