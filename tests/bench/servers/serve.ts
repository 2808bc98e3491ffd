import { GROUP_MAX } from '../raw-sqlite.ts'
import type { Contender, ContenderOptions } from './contender.ts'
import type { Answer, Order } from './order.ts'

// One contender in a process of its own, which does what the bench orders, one order at a time.

/** Each process loads what it runs and nothing else. */
const openers: Record<string, (options: ContenderOptions) => Promise<Contender>> = {
  'raw-normal': openRawWith({ synchronous: 'NORMAL', groupMax: 1 }),
  'raw-full': openRawWith({ synchronous: 'FULL', groupMax: 1 }),
  'raw-grouped': openRawWith({ synchronous: 'FULL', groupMax: GROUP_MAX }),
  'raw-reads': openRawWith({ synchronous: 'FULL', groupMax: 1 }),
  'node-http': async (options) => (await import('./node-http.ts')).openNodeHttp(options),
  'ours-sqlite': openOurs,
  'ours-postgres': openOurs,
  mercurius: async (options) => (await import('./mercurius.ts')).openMercurius(options),
  yoga: async (options) => (await import('./yoga.ts')).openYoga(options),
}

function openRawWith(how: { synchronous: 'NORMAL' | 'FULL'; groupMax: number }) {
  return async (options: ContenderOptions) => (await import('./raw.ts')).openRaw(options, how)
}

async function openOurs(options: ContenderOptions): Promise<Contender> {
  return (await import('./ours.ts')).openOurs(options)
}

const [name = '', options = ''] = process.argv.slice(2)
const open = openers[name]
if (!open) throw new Error(`there is no contender ${name}`)
const contender = await open(JSON.parse(options))

async function obey(order: Order): Promise<Answer> {
  switch (order.kind) {
    case 'begin-day':
      await contender.beginDay(order.day)
      return {}
    case 'run':
      if (!contender.run) throw new Error(`${name} is asked over HTTP`)
      return { latenciesMs: contender.run(order.work) }
    case 'tell-cpu': {
      const { user, system } = process.cpuUsage()
      return { cpuUs: user + system }
    }
    case 'close':
      await contender.close()
      return {}
  }
}

process.on('message', (order: Order) => {
  obey(order)
    .catch((error: unknown): Answer => ({ problem: String(error) }))
    .then((answer) => {
      process.send?.(answer)
      if (order.kind === 'close') process.disconnect()
    })
})
// Whatever ended the bench ends its contenders.
process.on('disconnect', () => process.exit())
process.send?.({ ...(contender.port !== undefined && { port: contender.port }) } satisfies Answer)
