import { startOfDay } from '@evergreen/shared/day.ts'
import type { CheckedIn } from '../../bff/src/check-in/check-in.ts'
import { checkIn } from '../../bff/src/check-in/check-in.ts'
import type { Decision, World } from '../../bff/src/command.ts'
import { commandShell } from '../../bff/src/command.ts'
import { newMember } from '../../bff/src/member/member.ts'
import type { Change, Entry, Lot, MemberState } from '../../bff/src/model.ts'
import { defaultProgram } from '../../bff/src/program/default.ts'
import type { Program } from '../../bff/src/program/program.ts'
import { digest } from '../../bff/src/secrets.ts'

const HOUR_MS = 3_600_000
/** Noon of a business day in milliseconds. */
export const noon = (day: string): number => startOfDay(day) + 12 * HOUR_MS

/** What a decision is handed, with every part of it held by the test. */
export const worldAt = (now: number, body: Program = defaultProgram): World => ({
  now,
  program: { version: 1, publishedAt: 0, publishedBy: 'system', body },
  newId: () => 'id-1',
  randomInt: () => 7,
  digest,
})

/** Joined on the first of March, nothing earned yet. */
export const lin: MemberState = newMember('lin', defaultProgram, noon('2026-03-01'))

/** One member and the command shell around them, in memory: rules without a database. */
export interface Garden {
  state: MemberState
  readonly changes: Change[]
  entries(): Entry[]
  lots(): Lot[]
  /** Performs a decision of the member at an instant. */
  perform<Outcome extends object>(
    at: number,
    decide: (state: MemberState, world: World) => Decision<Outcome>,
  ): Promise<Outcome>
  /** Checks in at noon; a refusal is a mistake of the test. */
  checkInOn(day: string): Promise<CheckedIn>
}

export function openGarden(start: MemberState = lin, body: Program = defaultProgram): Garden {
  const changes: Change[] = []
  let now = 0
  let ids = 0
  const perform = commandShell({
    now: () => now,
    newId: () => `id-${++ids}`,
    randomInt: () => 7,
    digest,
    programInForce: async () => worldAt(0, body).program,
    findReceipt: async () => undefined,
    commit: async (written) => {
      changes.push(...written)
      for (const change of written)
        if (change.kind === 'member-updated') garden.state = change.after
      return 'committed'
    },
  })
  const garden: Garden = {
    state: start,
    changes,
    entries: () => changes.flatMap((change) => (change.kind === 'entry' ? [change.entry] : [])),
    lots: () => changes.flatMap((change) => (change.kind === 'lot' ? [change.lot] : [])),
    perform: (at, decide) => {
      now = at
      const actor = `member:${start.id}`
      return perform({ name: 'test', actor, load: async () => garden.state, decide })
    },
    async checkInOn(day) {
      const outcome = await garden.perform(noon(day), checkIn)
      if (outcome.kind !== 'CheckedIn') throw new Error(`${day} is checked in already`)
      return outcome
    },
  }
  return garden
}
