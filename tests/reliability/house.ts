import { createHash } from 'node:crypto'
import type { Command, Decision, KeyReused, World } from '../../bff/src/command.ts'
import type { Driver } from '../../bff/src/db/driver.ts'
import type { Entry, MemberState } from '../../bff/src/model.ts'
import { noon, type OpenAppOptions, type OpenedApp, openApp } from '../fixtures/open-app.ts'
import { plain, programOf } from './editions.ts'

/** The BFF over one database, with ids and chance that are the same for the same story. */
export interface House {
  driver: Driver
  app: OpenedApp
  /** The chain of each member as it was read so far, oldest first. */
  chains: Map<string, Entry[]>
  /** How often the app was started at it: each start has a chance of its own. */
  starts: number
  tally: Tally
}

/** What a suite has done so far, over all its stories. */
export interface Tally {
  ops: number
  /** What was looked at and found right. */
  checks: number
  kinds: Map<string, number>
  /** What had to come about at least once: an expiry, a debt repaid, a downgrade. */
  seen: Map<string, number>
}

export const newTally = (): Tally => ({ ops: 0, checks: 0, kinds: new Map(), seen: new Map() })

export const FIRST_DAY = '2026-03-02'

export async function openHouse(
  driver: Driver,
  { tally = newTally(), ...options }: OpenAppOptions & { tally?: Tally } = {},
): Promise<House> {
  const app = await openApp({
    driver,
    day: FIRST_DAY,
    program: programOf(plain),
    ...chanceOf('a'),
    ...options,
  })
  return { driver, app, chains: new Map(), starts: 1, tally }
}

/** The app is stopped and started again on its database, at the same time of day. */
export async function restart(house: House): Promise<void> {
  const { at } = house.app.clock
  house.starts += 1
  house.app = await openApp({ driver: house.driver, ...chanceOf(`start ${house.starts}`) })
  house.app.clock.at = at
}

/** Ids in the order they are asked for, and chance out of a hash. */
export function chanceOf(name: string) {
  let ids = 0
  let draws = 0
  return {
    newId: () => `${name}-${String(++ids).padStart(7, '0')}`,
    randomInt: (limit: number) =>
      createHash('sha256').update(`${name} ${++draws}`).digest().readUInt32BE(0) % limit,
  }
}

export { noon }

export interface Sent<Outcome> {
  outcome: Outcome
  /** Sends the very same again, or with other arguments. */
  again(args?: Record<string, unknown>): Promise<Outcome | KeyReused>
}

/** Sends one command with a key of its own. */
export async function send<Loaded, Outcome extends object>(
  { app }: Pick<House, 'app'>,
  command: Omit<Command<Loaded, Outcome>, 'key'> & { key: string },
): Promise<Sent<Outcome>> {
  const outcome = (await app.perform(command)) as Outcome
  return { outcome, again: (args) => app.perform(args ? { ...command, args } : command) }
}

/** Decisions for one member: the one read is their row. */
export const byMember = <Outcome extends object>(
  { app }: Pick<House, 'app'>,
  memberId: string,
  key: string,
  name: string,
  decide: (state: MemberState, world: World) => Decision<Outcome>,
): Omit<Command<MemberState, Outcome>, 'key'> & { key: string } => ({
  name,
  actor: `member:${memberId}`,
  key,
  args: { memberId },
  load: () => app.stores.member.loadKnown(memberId),
  decide,
})
