import { install } from './install.mjs'
import { fail, run, start } from './run.mjs'
import { demoSecret } from './secret.mjs'

// npm start: everything a fresh clone needs, then the phone app and the API on loopback.

try {
  await install()
  const { buildPhone } = await import('./build-phone.mjs')
  const { buildBff } = await import('./build-bff.mjs')
  await Promise.all([buildPhone('h5'), buildBff()])
  const env = { EVERGREEN_SECRET: demoSecret(), PORT: process.env.PORT ?? '8787' }
  await run('node', ['--enable-source-maps', 'bff/dist/seed.js'], env)
  const bff = start('node', ['--enable-source-maps', 'bff/dist/main.js'], env)
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => bff.kill(signal))
  bff.once('exit', (code) => {
    process.exitCode = code ?? 0
  })
  console.log(`
  长青 Evergreen · demo

    The phone app     http://127.0.0.1:${env.PORT}
    The API           http://127.0.0.1:${env.PORT}/graphql   (GraphiQL in a browser)

  Sign in with a phone number. The one-time code appears in this terminal (✉).

    林  13800000001   not a member yet: joins by signing in
    王  13800000002   99 days of check-ins: today's makes a 青枝 of them
    陈  13800000003   a long-standing 青枝
    赵  13800000008   staff of 永康路店: 我的 → 店员入口
    钱  13800000009   operator: signInStaff in the API, then programInForce
    李  13800000010   operator, the second person: approves what 钱 drafted
`)
} catch (error) {
  fail(error)
}
