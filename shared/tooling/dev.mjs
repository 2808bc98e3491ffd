import { install } from './install.mjs'
import { fail, run, start } from './run.mjs'
import { demoSecret } from './secret.mjs'

// npm run dev: the API and the phone app in a browser, both rebuilt at each change.

try {
  await install()
  const { buildBff } = await import('./build-bff.mjs')
  await buildBff()
  const env = { EVERGREEN_SECRET: demoSecret(), PORT: '8787' }
  await run('node', ['bff/dist/seed.js'], env)
  const children = [
    start('npx', ['--no-install', 'tsx', 'watch', 'bff/src/main.ts'], env),
    start('npm', ['run', '--silent', 'dev:h5', '-w', 'apps/member']),
  ]
  const stop = () => {
    for (const child of children) child.kill()
  }
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop)
  for (const child of children) child.once('exit', stop)
} catch (error) {
  fail(error)
}
