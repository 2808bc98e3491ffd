import { addDays, type Day } from '@evergreen/shared/day.ts'

/** The programme once more, in as few words as it can be told: what the real one is held against. */

const LADDER = [2, 2, 3, 3, 4, 4, 10]
const GROWTH = 5
const FREEZES_MAX = 2

export interface TalliedCheckIn {
  day: Day
  points: number
  streakDays: number
  freezesUsed: number
}

/** A member as a person with a pencil would keep them. */
export class Tally {
  points = 0
  growth = 0
  streakDays = 0
  freezes = 0
  lookUps = 0
  badge = false
  readonly checkIns: TalliedCheckIn[] = []

  get lastDay(): Day | undefined {
    return this.checkIns.at(-1)?.day
  }

  /** What a check-in on a day brings, or undefined when that day was taken. */
  checkIn(day: Day): TalliedCheckIn | undefined {
    if (day === this.lastDay) return undefined
    const missed = this.missedBefore(day)
    const saved = missed <= this.freezes
    const freezesUsed = saved ? missed : 0
    this.freezes -= freezesUsed
    this.streakDays = saved ? this.streakDays + 1 : 1
    if (this.streakDays % 7 === 0) this.freezes = Math.min(FREEZES_MAX, this.freezes + 1)
    if (this.streakDays >= 30) this.badge = true
    const step = LADDER[(this.streakDays - 1) % 7] ?? 0
    const points = day.endsWith('-15') ? step * 2 : step
    this.points += points
    this.growth += GROWTH
    const made = { day, points, streakDays: this.streakDays, freezesUsed }
    this.checkIns.push(made)
    return made
  }

  /** Days without a check-in between the last one and a day, counted one by one. */
  private missedBefore(day: Day): number {
    if (this.lastDay === undefined) return 0
    let missed = 0
    for (let next = addDays(this.lastDay, 1); next < day; next = addDays(next, 1)) missed += 1
    return missed
  }
}

/** The whole town: who is a member, what day it is, and which code is on a phone. */
export interface Town {
  members: Map<string, Tally>
  /** Keys that were sent, and what was answered to them. */
  keys: { name: string; key: string; made: TalliedCheckIn | undefined }[]
  shown: { name: string; used: boolean } | undefined
}
