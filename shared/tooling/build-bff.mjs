import { readFileSync } from 'node:fs'
import { build } from 'esbuild'

const root = new URL('../../', import.meta.url)
const { dependencies } = JSON.parse(readFileSync(new URL('bff/package.json', root), 'utf8'))

/** Bundles our own code into one file each that plain Node starts at once; libraries stay outside. */
export const buildBff = () =>
  build({
    absWorkingDir: new URL('.', root).pathname,
    entryPoints: ['bff/src/main.ts', 'bff/scripts/seed.ts', 'bff/scripts/confirm-clock.ts'],
    outdir: 'bff/dist',
    entryNames: '[name]',
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    sourcemap: true,
    logLevel: 'warning',
    external: Object.keys(dependencies).filter((name) => !name.startsWith('@evergreen/')),
  })
