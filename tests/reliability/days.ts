import { addDays, type Day } from '@evergreen/shared/day.ts'

/** Check-ins as a pencil keeps them: a calendar with marks; the streak is read off it. */

export type Mark = 'checked-in' | 'frozen' | 'made-up'

const FREEZES_MAX = 2
const MAKE_UPS_MAX = 3
const MAKE_UP_WITHIN_DAYS = 7

export class Calendar {
  readonly marks = new Map<Day, Mark>()
  lastDay: Day | undefined
  best = 0
  freezes = 0
  makeUps = 0
  /** The days of the last gap, while nothing has filled them. */
  private gap: Day[] = []

  /** Days in a row up to the last one: frozen days hold them together and are not counted. */
  get streak(): number {
    let days = 0
    for (let day = this.lastDay; day !== undefined; day = addDays(day, -1)) {
      const mark = this.marks.get(day)
      if (mark === undefined) return days
      if (mark !== 'frozen') days += 1
    }
    return days
  }

  isTaken(day: Day): boolean {
    return this.lastDay !== undefined && day <= this.lastDay
  }

  checkIn(day: Day): void {
    const missed: Day[] = []
    if (this.lastDay !== undefined)
      for (let next = addDays(this.lastDay, 1); next < day; next = addDays(next, 1))
        missed.push(next)
    if (missed.length <= this.freezes) {
      this.freezes -= missed.length
      for (const each of missed) this.marks.set(each, 'frozen')
    } else this.gap = missed
    this.mark(day)
    this.lastDay = day
    this.best = Math.max(this.best, this.streak)
    if (this.streak % 7 === 0) this.freezes = Math.min(FREEZES_MAX, this.freezes + 1)
  }

  giveMakeUp(): void {
    this.makeUps = Math.min(MAKE_UPS_MAX, this.makeUps + 1)
  }

  /** How many cards the last gap needs; 0 when there is none, or when it is too long ago. */
  cardsNeeded(today: Day): number {
    const [first] = this.gap
    const isLate = first !== undefined && addDays(first, MAKE_UP_WITHIN_DAYS) < today
    return isLate ? 0 : this.gap.length
  }

  makeUp(): void {
    for (const day of this.gap) this.marks.set(day, 'made-up')
    this.makeUps -= this.gap.length
    this.gap = []
    this.best = Math.max(this.best, this.streak)
  }

  private mark(day: Day): void {
    this.marks.set(day, 'checked-in')
  }
}
