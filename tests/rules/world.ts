import { businessDay, startOfDay } from '@evergreen/shared/day.ts'
import type { CheckedIn } from '../../bff/src/check-in/check-in.ts'
import { checkIn } from '../../bff/src/check-in/check-in.ts'
import type { Decision, World } from '../../bff/src/command.ts'
import { commandShell } from '../../bff/src/command.ts'
import { newCode } from '../../bff/src/coupon/code.ts'
import { newMember } from '../../bff/src/member/member.ts'
import type { Change, Entry, MemberState } from '../../bff/src/model.ts'
import { openBook } from '../../bff/src/program/book.ts'
import { defaultProgram } from '../../bff/src/program/default.ts'
import type { Program, PublishedProgram } from '../../bff/src/program/program.ts'
import { digest } from '../../bff/src/secrets.ts'
import type { SettlePlace } from '../../bff/src/settle/run.ts'
import { published } from '../fixtures/programs.ts'

const HOUR_MS = 3_600_000
/** Noon of a business day in milliseconds. */
export const noon = (day: string): number => startOfDay(day) + 12 * HOUR_MS

/** What a decision is handed, with every part of it held by the test. */
export function worldAt(
  now: number,
  body: Program = defaultProgram,
  versions: readonly PublishedProgram[] = [published(1, 0, body)],
): World {
  const book = openBook(versions, now)
  return {
    now,
    program: book.inForce,
    book,
    trustedNow: now,
    budgets: new Map(),
    newId: () => 'id-1',
    randomInt: () => 7,
    digest,
  }
}

/** Where a fact of Lin's is settled. */
export function placeAt(world: World): SettlePlace {
  const day = businessDay(world.now)
  return {
    ...world,
    programVersion: world.program.version,
    actor: 'member:lin',
    day,
    trustedDay: businessDay(world.trustedNow),
    recordedAt: world.now,
    newCode: () => newCode(world.randomInt),
    orders: new Map(),
  }
}

/** Joined on the first of March, nothing earned yet. */
export const lin: MemberState = newMember(
  'lin',
  published(1, 0, defaultProgram),
  noon('2026-03-01'),
)

/** One member and the command shell around them, in memory: rules without a database. */
export interface Garden {
  state: MemberState
  readonly changes: Change[]
  entries(): Entry[]
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
    trustedNow: () => now,
    programVersions: async () => [published(1, 0, body)],
    budgets: async () => new Map(),
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
