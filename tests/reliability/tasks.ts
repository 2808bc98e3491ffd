import type { Day } from '@evergreen/shared/day.ts'

/** How far somebody has come with what is counted, as tallies on paper. */

interface Tally {
  period: string
  count: number
  state: 'running' | 'completed' | 'claimed'
  lastDay: Day | undefined
  target: number
}

export interface Counted {
  step: number
  /** Whether the target was met by this very step. */
  done: boolean
}

export class Tasks {
  private readonly tallies = new Map<string, Tally>()

  get(id: string): Tally | undefined {
    return this.tallies.get(id)
  }

  isDone(id: string, period: string): boolean {
    const tally = this.get(id)
    return tally?.period === period && tally.state !== 'running'
  }

  join(id: string, period: string): void {
    this.open(id, period, 0)
  }

  claim(id: string): void {
    const tally = this.get(id)
    if (tally) tally.state = 'claimed'
  }

  /** `again`: counted on after it was met, because what was counted may be taken back. */
  tick(
    id: string,
    period: string,
    target: number,
    step: number,
    day: Day,
    waits = false,
    again = false,
  ): Counted {
    const known = this.get(id)
    const isRunning = known?.period !== period || known.state === 'running'
    if (step === 0 || (!isRunning && !again)) return { step: 0, done: false }
    const tally = this.open(id, period, target)
    tally.count += step
    tally.lastDay = day
    const done = tally.state === 'running' && tally.count >= target
    if (done) tally.state = waits ? 'completed' : 'claimed'
    return { step, done }
  }

  tickDay(id: string, period: string, target: number, day: Day, waits = false): Counted {
    const known = this.get(id)
    const isCounted = known?.period === period && known.lastDay === day
    return this.tick(id, period, target, isCounted ? 0 : 1, day, waits)
  }

  /** Takes back what was counted; a badge is lost when it falls below its target. */
  uncount(id: string, period: string, by: number, again: boolean): 'unknown' | 'lost' | undefined {
    const tally = this.get(id)
    if (tally?.period !== period || (tally.state !== 'running' && !again)) return 'unknown'
    tally.count -= by
    if (!again || tally.state === 'running' || tally.count >= tally.target) return undefined
    tally.state = 'running'
    return 'lost'
  }

  private open(id: string, period: string, target: number): Tally {
    const known = this.tallies.get(id)
    if (known?.period === period) {
      known.target = target || known.target
      return known
    }
    const fresh: Tally = { period, count: 0, state: 'running', lastDay: undefined, target }
    this.tallies.set(id, fresh)
    return fresh
  }
}
