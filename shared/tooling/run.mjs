import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** Starts a command in the root folder; its output is ours. */
export const start = (command, args, env = {}) =>
  spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })

/** Runs a command to its end. Throws when it fails. */
export const run = (command, args, env = {}) =>
  new Promise((resolve, reject) => {
    const child = start(command, args, env)
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      if (code === 0) resolve()
      else reject(new Error(`${command} ${args.join(' ')} ended with ${signal ?? code}`))
    })
  })

/** Ends this process with the failure, in one line; what failed has told the rest. */
export const fail = (error) => {
  console.error(`\n✖ ${error.message}`)
  process.exitCode = 1
}
