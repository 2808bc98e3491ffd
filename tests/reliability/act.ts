import type fc from 'fast-check'
import { expect } from 'vitest'
import { compare } from './compare.ts'
import type { House, Sent } from './house.ts'
import type { Pencil } from './pencil.ts'
import { soundness } from './soundness.ts'
import { pick, type Town } from './town.ts'

export type Command = fc.AsyncCommand<Town, House>

/** A turn of one member: the real thing, the story, and what time it is. */
export interface Turn {
  town: Town
  house: House
  person: { id: string; pencil: Pencil }
  now: number
}

const SENT_MAX = 40

/** A command of one member: done to the real thing and on paper, then both are compared. */
export const act = (
  kind: string,
  who: number,
  run: (turn: Turn) => Promise<Sent<object> | undefined>,
): Command => ({
  check: ({ people }) => people.length > 0,
  toString: () => `${kind} ${who}`,
  async run(town, house) {
    const person = pick(town.people, who)
    if (!person) return
    const sent = await run({ town, house, person, now: house.app.clock.at })
    if (sent) town.sent = [...town.sent, sent].slice(-SENT_MAX)
    await compare(house, person)
    await count(house, kind)
  },
})

/** A command of the town: time, jobs, editions. */
export const event = (kind: string, run: (town: Town, house: House) => Promise<void>): Command => ({
  check: () => true,
  toString: () => kind,
  async run(town, house) {
    await run(town, house)
    await count(house, kind)
  },
})

const WHOLE_EVERY = 500

/** Every so many commands the whole database is read and has to be sound. */
async function count({ app, tally }: House, kind: string): Promise<void> {
  tally.ops += 1
  tally.kinds.set(kind, (tally.kinds.get(kind) ?? 0) + 1)
  if (tally.ops % WHOLE_EVERY !== 0) return
  const { problems, looked } = await soundness(app)
  expect(problems).toEqual([])
  tally.checks += looked
}

export const DAY_MS = 86_400_000
export const HOUR_MS = 3_600_000

export const expectKind = (sent: Sent<object>, kind: string) =>
  expect(sent.outcome).toMatchObject({ kind })
