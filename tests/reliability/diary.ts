import { addDays, businessDay, type Day, startOfDay } from '@evergreen/shared/day.ts'
import { Calendar } from './days.ts'
import type { Edition } from './editions.ts'
import { Ladder, tierIds } from './ladder.ts'
import type { PencilOrder } from './pencil-order.ts'
import { Purse } from './purse.ts'
import { type Counted, Tasks } from './tasks.ts'

/** What is around a member when something happens: the latest edition, and when. */
export interface Hour {
  now: number
  edition: Edition
}

/** Days, tasks and what the clock brings; what is bought and reported stands in the pencil. */
export class Diary {
  readonly purse = new Purse()
  readonly calendar = new Calendar()
  readonly ladder: Ladder
  readonly badges = new Set<string>()
  readonly orders = new Map<string, PencilOrder>()
  readonly used = new Map<string, { period: string; times: number }>()
  readonly tasks = new Tasks()
  readonly joinedOn: Day
  birthday: string | undefined
  coupons = 1
  lastAt: number
  protected day: Day
  protected edition: Edition
  /** The last day that has passed. The member may live in a later one while the clock stands back. */
  private passed: Day
  /** The ladder of steps that the running seven days began with. */
  protected steps: readonly number[] = []

  constructor({ now, edition }: Hour) {
    this.joinedOn = businessDay(now)
    this.day = this.joinedOn
    this.passed = this.joinedOn
    this.lastAt = now
    this.edition = edition
    this.ladder = new Ladder(this.purse, this.joinedOn)
  }

  /** The day the member lives in: never an earlier one than before. */
  dayAt(now: number): Day {
    return businessDay(Math.max(now, this.lastAt))
  }

  /** Something happens now: first the clock brings what is due, by what it shows itself. */
  arrive({ now, edition }: Hour): void {
    this.edition = edition
    const today = this.dayAt(now)
    this.lastAt = Math.max(now, this.lastAt)
    for (; this.passed < businessDay(now); this.passed = this.day) {
      this.day = addDays(this.passed, 1)
      this.passDay()
    }
    this.day = today
  }

  protected passDay(): void {
    const { day, purse } = this
    for (const [id, { until }] of purse.holds) if (until <= startOfDay(day)) purse.release(id)
    purse.free(({ freeFrom }) => freeFrom !== null && freeFrom <= day)
    purse.end(day)
    this.ladder.passDay(day)
    if (day.endsWith('-01')) {
      this.coupons += [1, 3, 6][tierIds.indexOf(this.ladder.tierId as 'sprout')] ?? 0
      this.giftIfBirthday()
    }
    const first = addDays(`${day.slice(0, 4)}${this.joinedOn.slice(4, 7)}-01`, -1)
    if (day > this.joinedOn && day === addDays(first, Number(this.joinedOn.slice(8)))) {
      this.coupons += 1
      if (this.tasks.tick('first-year', 'ever', 1, 1, day).done) this.badges.add('first-year')
    }
  }

  /** Once a year: on the first of the month, or when it is told within the month. */
  private giftIfBirthday(): void {
    const year = this.day.slice(0, 4)
    if (this.birthday?.slice(0, 2) !== this.day.slice(5, 7)) return
    if (!this.tasks.tick('birthday', year, 1, 1, this.day).done) return
    this.coupons += 1
    this.points(66)
  }

  /** Points of rules that the daily limit counts. */
  protected points(wanted: number): void {
    const used = this.usedOn('points', this.day)
    const amount = Math.min(wanted, this.edition.dailyPointsMax - used)
    if (amount <= 0) return
    this.use('points', this.day, amount)
    this.purse.earn(amount, this.day)
  }

  protected growth(amount: number): void {
    if (amount > 0) this.ladder.grow(amount, this.day)
  }

  usedOn(id: string, period: string): number {
    const used = this.used.get(id)
    return used?.period === period ? used.times : 0
  }

  use(id: string, period: string, times: number): void {
    this.used.set(id, { period, times: this.usedOn(id, period) + times })
  }

  checkIn(): void {
    const { calendar, day, edition } = this
    calendar.checkIn(day)
    const { streak } = calendar
    if (streak % 7 === 1) this.steps = edition.ladder
    const kept = this.steps.every((step, i) => (edition.ladder[i] ?? 0) >= step)
      ? edition.ladder
      : this.steps
    const step = kept[(streak - 1) % 7] ?? 0
    this.points(day.endsWith('-15') ? Math.floor((step * edition.superDayBp) / 10_000) : step)
    this.growth(5)
    this.rewardStreak()
    if (this.isNew() && this.count('new-check-in', 'ever', 3)) {
      calendar.giveMakeUp()
      this.packIfComplete()
    }
    const week = weekOf(day)
    this.handOver('weekly-check-in', week)
    this.count('weekly-check-in', week, 5, true)
    for (const [id, target] of [
      ['active-5', 5],
      ['active-12', 12],
      ['active-20', 20],
    ] as const)
      if (this.count(id, day.slice(0, 7), target)) this.coupons += 1
    if (this.ladder.inGrace && this.count('keep-check-in', seasonOf(day), 10)) this.ladder.keep(day)
  }

  makeUp(): void {
    this.calendar.makeUp()
    this.rewardStreak()
  }

  protected rewardStreak(): void {
    for (const [badge, days] of [
      ['seven-days', 7],
      ['thirty-days', 30],
      ['hundred-days', 100],
    ] as const)
      if (this.calendar.streak >= days && this.tasks.tick(badge, 'ever', 1, 1, this.day).done)
        this.badges.add(badge)
  }

  /** Counts days; says whether the target is met now. */
  protected count(id: string, period: string, target: number, waits = false): boolean {
    return this.tasks.tickDay(id, period, target, this.day, waits).done
  }

  protected isNew(day = this.day): boolean {
    return day < addDays(this.joinedOn, 30)
  }

  protected packIfComplete(): void {
    const all = ['new-birthday', 'new-check-in', 'new-order'].every((id) =>
      this.tasks.isDone(id, 'ever'),
    )
    if (all && this.isNew()) this.tasks.tick('new-pack', 'ever', 1, 1, this.day, true)
  }

  /** A reward that was not fetched in its week is handed over in the next. */
  protected handOver(id: 'weekly-visit' | 'weekly-check-in', week: string): void {
    const task = this.tasks.get(id)
    if (task?.state === 'completed' && task.period !== week) this.claim(id)
  }

  claim(id: string): void {
    this.tasks.claim(id)
    if (id === 'weekly-check-in') {
      this.points(10)
      this.calendar.giveMakeUp()
    }
    if (id === 'weekly-visit') {
      this.purse.earn(20, this.day)
      this.growth(10)
    }
    if (id === 'new-pack') {
      this.growth(50)
      this.ladder.give({ rank: 1, reason: 'trial', until: addDays(this.day, 6) })
    }
  }

  setBirthday(monthDay: string): void {
    this.birthday = monthDay
    this.giftIfBirthday()
    if (!this.isNew() || !this.tasks.tick('new-birthday', 'ever', 1, 1, this.day).done) return
    this.points(20)
    this.packIfComplete()
  }

  join(): void {
    this.tasks.join('climb-1', seasonOf(this.day))
  }

  protected visit(): Counted {
    const week = weekOf(this.day)
    this.handOver('weekly-visit', week)
    return this.tasks.tickDay('weekly-visit', week, 2, this.day, true)
  }

  adjust(unit: 'points' | 'growth', amount: number): void {
    if (unit === 'growth') {
      if (amount > 0) this.growth(amount)
      else this.ladder.shrink(-amount)
    } else if (amount > 0) this.purse.earn(amount, this.day)
    else this.purse.take(-amount)
  }
}

export function weekOf(day: Day): string {
  let monday = day
  while (new Date(Date.parse(monday)).getUTCDay() !== 1) monday = addDays(monday, -1)
  return monday
}

export const seasonOf = (day: Day): string =>
  `${day.slice(0, 4)} ${Math.ceil(Number(day.slice(5, 7)) / 3)}`
