import { businessDay } from '@evergreen/shared/day.ts'
import fc from 'fast-check'
import { expect } from 'vitest'
import { type OutsideKind, outsideKinds, type ReportedFact } from '../../bff/src/fact.ts'
import { passTimeForDue } from '../../bff/src/jobs/due.ts'
import { act, DAY_MS, event, expectKind, HOUR_MS } from './act.ts'
import * as acts from './acts.ts'
import { holdCommands } from './commands.holds.ts'
import { orderCommands } from './commands.orders.ts'
import { staffCommands } from './commands.staff.ts'
import { compare } from './compare.ts'
import type { Hour } from './diary.ts'
import { editions, programOf } from './editions.ts'
import { type House, restart } from './house.ts'
import { Pencil } from './pencil.ts'
import { hourOf, pick, type Town, wouldBe } from './town.ts'

const join = () =>
  event('join', async (town, house) => {
    const id = `member-${String(town.people.length + 1).padStart(2, '0')}`
    expectKind(await acts.join(house, id), 'Done')
    expectKind(await acts.join(house, id), 'No')
    town.people.push({ id, pencil: new Pencil(hourOf(town, house.app.clock.at)) })
  })

const checkIn = (who: number) =>
  act('check in', who, async ({ town, house, person: { id, pencil }, now }) => {
    const isTaken = pencil.calendar.isTaken(pencil.dayAt(now))
    const sent = await acts.checkInOf(house, id)
    if (isTaken) expectKind(sent, 'AlreadyCheckedIn')
    else {
      pencil.arrive(hourOf(town, now))
      pencil.checkIn()
      expect(sent.outcome).toMatchObject({ kind: 'CheckedIn', streakDays: pencil.calendar.streak })
    }
    return sent
  })

const makeUp = (who: number) =>
  act('make up', who, async ({ town, house, person: { id, pencil }, now }) => {
    const needed = pencil.calendar.cardsNeeded(pencil.dayAt(now))
    const { makeUps } = pencil.calendar
    const sent = await acts.makeUpOf(house, id)
    if (needed === 0) expectKind(sent, 'NothingToMakeUp')
    else if (needed > makeUps) expectKind(sent, 'TooFewMakeUps')
    else {
      expectKind(sent, 'MadeUp')
      pencil.arrive(hourOf(town, now))
      pencil.makeUp()
    }
    return sent
  })

const again = (n: number) =>
  act('repeat with the same key', n, async ({ town }) => {
    const sent = pick(town.sent, n)
    if (sent) expect(JSON.stringify(await sent.again())).toBe(JSON.stringify(sent.outcome))
    return undefined
  })

const otherArgs = (n: number) =>
  act('same key with other arguments', n, async ({ town }) => {
    const answer = await pick(town.sent, n)?.again({ other: true })
    if (answer) expect(answer).toMatchObject({ kind: 'KeyReused' })
    return undefined
  })

const consent = (who: number, given: boolean) =>
  act('consent', who, ({ house, person: { id, pencil }, now }) => {
    // It lets no time pass for the ledger; only the member's own clock goes on.
    pencil.lastAt = Math.max(pencil.lastAt, now)
    return acts.consentOf(house, id, given)
  })

const boards = (who: number, given: boolean) =>
  act('boards', who, ({ house, person: { id, pencil }, now }) => {
    pencil.lastAt = Math.max(pencil.lastAt, now)
    return acts.boardsOf(house, id, given)
  })

const birthday = (who: number, month: number, day: number) =>
  act('birthday', who, async ({ town, house, person: { id, pencil }, now }) => {
    const fact: ReportedFact = { kind: 'birthday-set', key: 'birthday-set', month, day }
    const sent = await acts.factOf(house, id, fact, ({ birthday }) => birthday === null)
    expectKind(sent, pencil.birthday === undefined ? 'Done' : 'No')
    if (pencil.birthday !== undefined) return sent
    pencil.arrive(hourOf(town, now))
    pencil.setBirthday(`${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
    return sent
  })

const joinTask = (who: number) =>
  act('join a task', who, async ({ town, house, person: { id, pencil }, now }) => {
    const fact: ReportedFact = { kind: 'task-joined', key: 'join:climb-1', ruleId: 'climb-1' }
    const isNew = pencil.tasks.get('climb-1') === undefined
    const sent = await acts.factOf(house, id, fact)
    expectKind(sent, isNew ? 'Done' : 'No')
    if (!isNew) return sent
    pencil.arrive(hourOf(town, now))
    pencil.join()
    return sent
  })

const claim = (who: number, ruleId: string) =>
  act('claim a task', who, async ({ town, house, person: { id, pencil }, now }) => {
    const isDone = pencil.tasks.get(ruleId)?.state === 'completed'
    const sent = await acts.claimOf(house, id, ruleId)
    expectKind(sent, isDone ? 'Done' : 'No')
    if (!isDone) return sent
    pencil.arrive(hourOf(town, now))
    pencil.claim(ruleId)
    return sent
  })

const outside = (who: number, kind: OutsideKind, amount: number) =>
  act(kind, who, async ({ town, house, person: { id, pencil }, now }) => {
    const key = `${kind}:${++town.serial}`
    const sent = await acts.factOf(house, id, { kind, key, amount })
    town.facts.push({ memberId: id, key, kind })
    pencil.arrive(hourOf(town, now))
    pencil.outside(kind, amount)
    return sent
  })

const outsideAgain = (n: number) =>
  act('same outside fact again', n, async ({ town, house }) => {
    const known = pick(town.facts, n)
    if (!known) return undefined
    const fact = { kind: known.kind as OutsideKind, key: known.key, amount: 1 }
    const sent = await acts.factOf(house, known.memberId, fact)
    expectKind(sent, 'No')
    return sent
  })

const wait = (kind: string, ms: number) =>
  event(kind, async (_, { app }) => {
    app.clock.at += ms
  })

const jobRound = () =>
  event('job round', async (town, house) => {
    const { app } = house
    const place = { ...app, now: () => app.clock.at, log: { info() {}, warn() {}, error: fail } }
    const day = businessDay(app.clock.at)
    const due = new Set(await app.stores.member.due(day, 1_000))
    expect(await passTimeForDue(place, day)).toBe(due.size)
    expect(await passTimeForDue(place, day)).toBe(0)
    const hour = hourOf(town, app.clock.at)
    for (const person of town.people) {
      const { id, pencil } = person
      if (due.has(id)) {
        pencil.arrive(hour)
        await compare(house, person)
      }
      // Who was not due had nothing to come: their row is as if time had passed for them, too.
      else await compare(house, { id, pencil: waited(pencil, hour) })
    }
  })

function waited(pencil: Pencil, hour: Hour): Pencil {
  const then = wouldBe(pencil, hour)
  then.lastAt = pencil.lastAt
  return then
}

const fail = (details: object) => {
  throw new Error('a job failed', { cause: details })
}

const publish = (nth: number) =>
  event('publish an edition', async (town, { app }) => {
    const versions = await app.stores.program.readVersions()
    const version = versions.length + 1
    const liveAt = app.clock.at
    const edition = pick(editions, nth)
    if (!edition || versions.some((row) => row.liveAt >= liveAt)) return
    const signed = { publishedBy: 'staff-qian', approvedBy: 'staff-li', reason: '换季' }
    const body = programOf(edition)
    const program = { version, publishedAt: liveAt, liveAt, ...signed, body }
    expect(await app.stores.commit([{ kind: 'program-published', program }])).toBe('committed')
    await app.stores.program.readVersions()
    town.editions.push({ liveAt, edition })
  })

const startAgain = () =>
  event('start again', async (town, house) => {
    await restart(house)
    // What was sent before went through a process that is gone.
    town.sent.length = 0
  })

const who = fc.nat({ max: 49 })

const everyday = [
  who.map(checkIn),
  who.map(checkIn),
  who.map(checkIn),
  fc.constant(wait('a day passes', DAY_MS)),
  fc.constant(wait('a day passes', DAY_MS)),
  fc.integer({ min: 1, max: 14 }).map((hours) => wait('hours pass', hours * HOUR_MS + 1)),
  fc.tuple(who, fc.constantFrom(...outsideKinds), fc.nat({ max: 9_000 })).map((a) => outside(...a)),
  fc.tuple(who, fc.constantFrom(...outsideKinds), fc.nat({ max: 9_000 })).map((a) => outside(...a)),
]

const seldom = [
  fc.constant(join()),
  who.map(makeUp),
  who.map(again),
  who.map(otherArgs),
  fc.tuple(who, fc.boolean()).map((a) => consent(...a)),
  fc.tuple(who, fc.boolean()).map((a) => boards(...a)),
  fc
    .tuple(who, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map((a) => birthday(...a)),
  who.map(joinTask),
  fc
    .tuple(who, fc.constantFrom('weekly-visit', 'weekly-check-in', 'new-pack'))
    .map((a) => claim(...a)),
  who.map(outsideAgain),
  ...staffCommands(who),
  fc.constant(jobRound()),
  fc.integer({ min: 1, max: 40 }).map((hours) => wait('the clock steps back', -hours * HOUR_MS)),
]

const rare = [
  fc.integer({ min: 5, max: 21 }).map((days) => wait('weeks pass', days * DAY_MS)),
  fc.constant(wait('a month passes', 31 * DAY_MS)),
  fc.constant(wait('a quarter passes', 92 * DAY_MS)),
  fc.nat({ max: 2 }).map(publish),
  fc.nat({ max: 2 }).map(publish),
  fc.constant(startAgain()),
]

const oneOf = (list: readonly fc.Arbitrary<fc.AsyncCommand<Town, House>>[]) => fc.oneof(...list)

/** A story of up to so many commands: mostly every day's, some seldom, some rare. */
export const stories = (commandsMax: number) =>
  fc.commands(
    [
      fc.oneof(
        { weight: 30, arbitrary: oneOf(everyday) },
        { weight: 25, arbitrary: oneOf(orderCommands(who)) },
        { weight: 15, arbitrary: oneOf(holdCommands(who)) },
        { weight: 26, arbitrary: oneOf(seldom) },
        { weight: 3, arbitrary: oneOf(rare) },
      ),
    ],
    { maxCommands: commandsMax, size: 'max' },
  )
