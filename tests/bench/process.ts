import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { ContenderOptions } from './servers/contender.ts'
import type { Answer, Order } from './servers/order.ts'

/** A contender in a process of its own. */
export interface ContenderProcess {
  port: number | undefined
  /** Gives one order and waits for its answer; the next may only be given after it. */
  order(order: Order): Promise<Answer>
  /** Ends the process whatever it does; for when something went wrong. */
  kill(): void
}

export async function startContender(
  name: string,
  options: ContenderOptions,
): Promise<ContenderProcess> {
  const script = fileURLToPath(new URL('./serve.js', import.meta.url))
  const child = fork(script, [name, JSON.stringify(options)], {
    env: { ...process.env, NODE_ENV: 'production' },
  })
  const { port } = await nextAnswer(name, child)
  return {
    port,
    order(order) {
      const answer = nextAnswer(name, child)
      child.send(order)
      return answer
    },
    kill: () => child.kill('SIGKILL'),
  }
}

function nextAnswer(name: string, child: ChildProcess): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const onExit = () => reject(new Error(`${name} ended by itself`))
    child.once('exit', onExit)
    child.once('message', (answer: Answer) => {
      child.off('exit', onExit)
      if (answer.problem !== undefined) reject(new Error(`${name}: ${answer.problem}`))
      else resolve(answer)
    })
  })
}
