import { run } from './run.mjs'
import { hashOf, whenStale } from './stale.mjs'

const inputs = [
  'apps/member/src',
  'apps/member/config',
  'apps/member/polyfills',
  'apps/member/babel.config.js',
  'apps/member/package.json',
  'apps/member/tsconfig.json',
  'shared/assert.ts',
  'shared/day.ts',
  'shared/format.ts',
  'shared/terms.ts',
  'package-lock.json',
]

/**
 * Builds the phone app for `weapp`, `h5` or `alipay` when its sources changed. Mini-programs are
 * built for one API address; a browser asks the server it came from.
 */
export const buildPhone = (platform) =>
  whenStale(
    `apps/member/.cache/built-${platform}`,
    hashOf(inputs, platform === 'h5' ? '' : (process.env.EVERGREEN_API ?? '')),
    () => {
      console.log(`Building the phone app for ${platform}.`)
      return run('npm', ['run', '--silent', `build:${platform}`, '-w', 'apps/member'], {
        NODE_ENV: 'production',
      })
    },
  )
