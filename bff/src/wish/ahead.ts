import type { Day } from '@evergreen/shared/day.ts'
import { addDays, businessDay, startOfDay } from '@evergreen/shared/day.ts'
import { checkIn } from '../check-in/check-in.ts'
import type { Decision, World } from '../command.ts'
import type { ReportedFact } from '../fact.ts'
import { pointsOn } from '../ledger/lots.ts'
import type { MemberState } from '../model.ts'
import type { Moment } from '../settle/as-of.ts'
import { settle } from '../settle/settle.ts'
import { claimTask, joinTask } from '../task/act.ts'
import { tasksOf } from '../task/task.ts'

/** Something a member can do by themself, on a day. */
export interface Act {
  day: Day
  kind: 'check-in' | 'join' | 'claim'
  /** The task, where it is about one. */
  taskId: string | null
}

/** What happened on a day that was lived ahead: an act, or what came by itself. */
export interface Lived {
  day: Day
  kind: Act['kind'] | 'arrives'
  taskId: string | null
  /** Points that can be spent more than before. */
  points: number
}

const HOUR_MS = 3_600_000
const NOON_MS = 12 * HOUR_MS

/**
 * Lives the days from today on through the real rules, as if the member checked in each day, took
 * part in what check-ins count for, and claimed what they completed; what only a purchase or another
 * person brings is not assumed. `left` are acts that are not done. Ends when `isThere` says so, which
 * is asked at the end of each day, or after so many days.
 */
export function liveAhead(
  start: MemberState,
  moment: Moment,
  { days, left = [] }: { days: number; left?: readonly Act[] },
  isThere: (state: MemberState, world: World) => boolean,
): { reached: Day | undefined; lived: readonly Lived[]; state: MemberState } {
  const lived: Lived[] = []
  const isLeft = (act: Act) =>
    left.some(
      ({ day, kind, taskId }) => day === act.day && kind === act.kind && taskId === act.taskId,
    )
  const today = businessDay(Math.max(moment.now, start.lastAt))
  let state = start
  for (let ahead = 0; ahead < days; ahead += 1) {
    const day = addDays(today, ahead)
    const world = worldOn(day, ahead === 0 ? moment.now : startOfDay(day) + NOON_MS, moment)
    const spendable = () => pointsOn(state, day)
    const note = (kind: Lived['kind'], taskId: string | null, before: number) =>
      void lived.push({ day, kind, taskId, points: spendable() - before })

    const before = spendable()
    state = pass(state, [{ kind: 'clock', key: `clock:${day}` }], world)
    if (spendable() > before) note('arrives', null, before)
    for (;;) {
      const next = nextAct(state, world, day, isLeft)
      if (!next) break
      const had = spendable()
      state = pass(state, next.facts, world)
      note(next.act.kind, next.act.taskId, had)
    }
    if (isThere(state, world)) return { reached: day, lived, state }
  }
  return { reached: undefined, lived, state }
}

/** The world of a day to come: the programme and what was given of budgets are those of now. */
function worldOn(day: Day, now: number, { book, budgets, digest }: Moment): World {
  const at = Math.max(now, startOfDay(day))
  const none = { newId: () => '', randomInt: () => 0 }
  return { now: at, trustedNow: at, program: book.inForce, book, budgets, digest, ...none }
}

function pass(state: MemberState, facts: readonly ReportedFact[], world: World): MemberState {
  const recordedAt = Math.max(world.now, state.lastAt)
  const day = businessDay(recordedAt)
  return settle({ ...state, lastAt: recordedAt }, facts, {
    ...world,
    programVersion: world.program.version,
    actor: `member:${state.id}`,
    day,
    trustedDay: day,
    recordedAt,
    newCode: () => '',
    orders: new Map(),
  }).state
}

type Doing = readonly [Act, () => Decision<object>]

/** The first thing that is still to be done on a day: joining, checking in, claiming. */
function nextAct(
  state: MemberState,
  world: World,
  day: Day,
  isLeft: (act: Act) => boolean,
): { act: Act; facts: readonly ReportedFact[] } | undefined {
  for (const list of [joining, checkingIn, claiming]) {
    for (const [act, decide] of list(state, world, day)) {
      if (isLeft(act)) continue
      const decision = decide()
      if ('facts' in decision) return { act, facts: decision.facts }
    }
  }
  return undefined
}

/** What asks for joining and counts check-ins, among what was not joined yet. */
const joining = (state: MemberState, world: World, day: Day): Doing[] =>
  world.program.body.rules
    .filter(({ id, on, task }) => task?.join && on.includes('checked-in') && !state.progress[id])
    .map(({ id }) => [{ day, kind: 'join', taskId: id }, () => joinTask(state, id, world)])

const checkingIn = (state: MemberState, world: World, day: Day): Doing[] => [
  [{ day, kind: 'check-in', taskId: null }, () => checkIn(state, world)],
]

const claiming = (state: MemberState, world: World, day: Day): Doing[] =>
  Object.values(state.progress).some((progress) => progress.state === 'completed')
    ? tasksOf(state, world.book, day)
        .filter((task) => task.state === 'completed')
        .map(({ rule: { id } }) => [
          { day, kind: 'claim', taskId: id },
          () => claimTask(state, id, world),
        ])
    : []
