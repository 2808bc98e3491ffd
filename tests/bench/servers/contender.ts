import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Work } from '../contenders.ts'
import { noonOf } from '../crowd.ts'

/** One thing the bench measures, in a process of its own. */
export interface Contender {
  /** Where it listens on 127.0.0.1; undefined when it works without HTTP. */
  port?: number
  /** Without HTTP: does the work once for each member; answers how long each took, in ms. */
  run?(work: Work): number[]
  /** From now on it is the n-th day, and nobody has checked in yet. */
  beginDay(day: number): Promise<void>
  close(): Promise<void>
}

export interface ContenderOptions {
  /** The file or the URL of a database that was seeded. */
  address: string
  /** The members of every round, by number. */
  numbers: readonly number[]
}

export const newId = (): string => randomBytes(12).toString('hex')

/** A clock that stands at the noon of a day, so that what is kept for seconds is kept all day. */
export function benchClock() {
  let at = noonOf(0)
  return {
    now: () => at,
    setDay(day: number): void {
      at = noonOf(day)
    },
  }
}

/** Listens on a free port of the loopback. */
export async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
