import { addDays, type Day } from '@evergreen/shared/day.ts'
import type { Purse } from './purse.ts'

/** Tiers as a pencil keeps them: what was granted, with dates, and the quarter that runs. */

export const tierIds = ['sprout', 'branch', 'evergreen'] as const
const FROM = [0, 500, 2_000]
const KEEP = [0, 300, 900]
const GRACE_DAYS = 30

export interface Given {
  rank: number
  reason: 'paid' | 'trial' | 'manual'
  until: Day | null
}

export class Ladder {
  growth = 0
  /** What growth has earned; undefined at the first tier. `graceEnds` while it is kept by grace. */
  earned: { rank: number; graceEnds?: Day } | undefined
  given: Given[] = []
  /** Growth left behind by a downgrade; growth when the quarter's window began; what is safe. */
  private behind = 0
  private windowGrowth = 0
  private safeRank = 0
  private reviewOn: Day

  private readonly purse: Purse

  constructor(purse: Purse, joinedOn: Day) {
    this.purse = purse
    this.reviewOn = nextQuarter(joinedOn)
  }

  get tierId(): string {
    const ranks = [0, this.earned?.rank ?? 0, ...this.given.map(({ rank }) => rank)]
    return tierIds[Math.max(...ranks)] ?? ''
  }
  get inGrace(): boolean {
    return this.earned?.graceEnds !== undefined
  }

  grow(amount: number, today: Day): void {
    this.growth += amount
    this.purse.lines += 1
    const reached = this.reachedRank()
    if (reached > (this.earned?.rank ?? 0)) {
      if (this.inGrace) this.beginWindow(today, reached)
      this.earned = { rank: reached }
    } else if (this.inGrace && this.inWindow() >= this.needed()) this.keep(today)
  }

  /** Growth cannot be owed: no more goes than is there. A tier reached by it alone goes with it. */
  shrink(amount: number): void {
    const taken = Math.min(amount, this.growth)
    if (taken === 0) return
    this.growth -= taken
    this.purse.lines += 1
    if (!this.earned || this.inGrace) return
    const rank = Math.max(this.reachedRank(), this.safeRank)
    if (rank < this.earned.rank) this.earned = rank === 0 ? undefined : { rank }
  }

  keep(today: Day): void {
    if (!this.earned || !this.inGrace) return
    this.earned = { rank: this.earned.rank }
    this.beginWindow(today, this.earned.rank)
  }

  give(given: Given): void {
    const isSame = (one: Given) => one.rank === given.rank && one.reason === given.reason
    this.given = [...this.given.filter((one) => !isSame(one)), given]
  }

  passDay(today: Day): void {
    this.given = this.given.filter(({ until }) => until === null || until >= today)
    if (this.earned?.graceEnds !== undefined && this.earned.graceEnds < today) this.fall(today)
    if (today < this.reviewOn || this.inGrace) return
    if (!this.earned || this.inWindow() >= this.needed())
      this.beginWindow(today, this.earned?.rank ?? 0)
    else this.earned = { ...this.earned, graceEnds: addDays(today, GRACE_DAYS - 1) }
  }

  private fall(today: Day): void {
    const rank = (this.earned?.rank ?? 0) - 1
    this.behind = Math.max(this.behind, this.growth - (FROM[rank] ?? 0))
    this.earned = rank === 0 ? undefined : { rank }
    this.beginWindow(today, rank)
  }

  private beginWindow(today: Day, safeRank: number): void {
    this.windowGrowth = this.growth
    this.safeRank = safeRank
    this.reviewOn = nextQuarter(today)
  }

  private reachedRank(): number {
    return FROM.findLastIndex((from) => from <= Math.max(0, this.growth - this.behind))
  }
  private inWindow(): number {
    return this.growth - this.windowGrowth
  }
  private needed(): number {
    return KEEP[this.earned?.rank ?? 0] ?? 0
  }
}

function nextQuarter(day: Day): Day {
  const quarters = ['01-01', '04-01', '07-01', '10-01'].map(
    (first) => `${day.slice(0, 4)}-${first}`,
  )
  return quarters.find((first) => first > day) ?? `${Number(day.slice(0, 4)) + 1}-01-01`
}
