import { GROUP_MAX } from '../raw-sqlite.ts'
import type { Contender, ContenderOptions } from './contender.ts'
import { openMercurius } from './mercurius.ts'
import { openNodeHttp } from './node-http.ts'
import type { Answer, Order } from './order.ts'
import { openOurs } from './ours.ts'
import { openRaw } from './raw.ts'
import { openYoga } from './yoga.ts'

// One contender in a process of its own, which does what the bench orders, one order at a time.

const openers: Record<string, (options: ContenderOptions) => Contender | Promise<Contender>> = {
  'raw-normal': (options) => openRaw(options, { synchronous: 'NORMAL', groupMax: 1 }),
  'raw-full': (options) => openRaw(options, { synchronous: 'FULL', groupMax: 1 }),
  'raw-grouped': (options) => openRaw(options, { synchronous: 'FULL', groupMax: GROUP_MAX }),
  'raw-reads': (options) => openRaw(options, { synchronous: 'FULL', groupMax: 1 }),
  'node-http': openNodeHttp,
  'ours-sqlite': openOurs,
  'ours-postgres': openOurs,
  mercurius: openMercurius,
  yoga: openYoga,
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
