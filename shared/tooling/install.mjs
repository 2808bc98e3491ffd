import { run } from './run.mjs'
import { hashOf, whenStale } from './stale.mjs'

/** Installs exactly what the lock file says, when it was not done yet for this lock file. */
export const install = () =>
  whenStale('node_modules/.installed', hashOf(['package-lock.json']), () => {
    console.log('Installing; this takes some minutes once.')
    return run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  })
