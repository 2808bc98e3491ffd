import { addDays, type Day } from '@evergreen/shared/day.ts'

/** Points as somebody with a pencil keeps them: heaps that end on a day, what is set aside, debt. */

export interface Heap {
  id: string
  endsOn: Day
  left: number
  held: number
  /** Not to be spent before; null when it can be now. */
  freeFrom: Day | null
  order: string | null
}

export interface Part {
  heap: string
  amount: number
}

export interface Spend {
  amount: number
  parts: Part[]
  returned: number
}

const RETURNED_DAYS = 7

export class Purse {
  heaps: Heap[] = []
  holds = new Map<string, { amount: number; until: number; parts: Part[] }>()
  spends = new Map<string, Spend>()
  debt = 0
  /** Lines in the book, over all units. */
  lines = 0

  get points(): number {
    return sum(this.heaps.map(({ left, held, freeFrom }) => (freeFrom === null ? left - held : 0)))
  }
  get pending(): number {
    return sum(this.heaps.map(({ left, freeFrom }) => (freeFrom === null ? 0 : left)))
  }
  get held(): number {
    return sum(this.heaps.map(({ held }) => held))
  }

  /** What is earned ends with the third month after its own; half of it at most pays a debt. */
  earn(amount: number, today: Day, waitsFor?: string): string {
    const endsOn = endOfThirdMonth(today)
    const id = waitsFor === undefined ? endsOn : `${endsOn}#${this.lines + 1}`
    const freeFrom = waitsFor === undefined ? null : addDays(today, 7)
    this.put({ id, endsOn, freeFrom, order: waitsFor ?? null }, amount)
    this.lines += 1
    const repaid = Math.min(this.debt, Math.floor(amount / 2))
    if (repaid > 0) {
      this.heap(id).left -= repaid
      this.debt -= repaid
      this.lines += 2
    }
    return id
  }

  /** Taken from one heap first, then from those that end first; what is not there is owed. */
  take(amount: number, first?: string): void {
    let missing = amount
    const heaps = [...this.heaps].sort((a, b) => Number(b.id === first) - Number(a.id === first))
    for (const heap of heaps) {
      const part = Math.min(missing, heap.left - heap.held)
      heap.left -= part
      missing -= part
    }
    if (missing < amount) this.lines += 1
    if (missing > 0) this.lines += 1
    this.debt += missing
    this.tidy()
  }

  freeOn(day: Day): number {
    return sum(this.heaps.map((heap) => free(heap, day)))
  }

  hold(id: string, amount: number, until: number, today: Day): void {
    let missing = amount
    const parts: Part[] = []
    for (const heap of this.heaps) {
      const part = Math.min(missing, free(heap, today))
      if (part <= 0) continue
      heap.held += part
      missing -= part
      parts.push({ heap: heap.id, amount: part })
    }
    this.holds.set(id, { amount, until, parts })
  }

  release(id: string): void {
    for (const { heap, amount } of this.holds.get(id)?.parts ?? []) this.heap(heap).held -= amount
    this.holds.delete(id)
  }

  capture(id: string): Spend {
    const { amount, parts } = this.holds.get(id) ?? { amount: 0, parts: [] }
    this.release(id)
    for (const part of parts) this.heap(part.heap).left -= part.amount
    this.tidy()
    this.lines += 1
    const spend = { amount, parts, returned: 0 }
    this.spends.set(id, spend)
    return spend
  }

  /** Back to where it came from, the last taken first; to a heap of seven days if that has ended. */
  giveBack(spend: Spend, amount: number, today: Day): void {
    let skip = spend.returned
    let missing = amount
    for (const { heap: id, amount: from } of [...spend.parts].reverse()) {
      const skipped = Math.min(skip, from)
      skip -= skipped
      const part = Math.min(missing, from - skipped)
      missing -= part
      if (part > 0) this.putBack(id, part, today)
    }
    spend.returned += amount
    this.lines += 1
  }

  private putBack(id: string, amount: number, today: Day): void {
    const open = this.heaps.find((heap) => heap.id === id)
    if (open && open.endsOn >= today) {
      open.left += amount
      return
    }
    const named = id.slice(0, 10)
    const endsOn = named >= today ? named : addDays(today, RETURNED_DAYS)
    const home = endsOn === named ? id : endsOn
    this.put({ id: home, endsOn, freeFrom: null, order: null }, amount)
  }

  free(isDue: (heap: Heap) => boolean): void {
    for (const heap of this.heaps)
      if (isDue(heap)) {
        heap.freeFrom = null
        heap.order = null
      }
  }

  /** What nobody holds of a heap is gone after its last day. */
  end(today: Day): void {
    for (const heap of this.heaps)
      if (heap.endsOn < today && heap.left > heap.held) {
        heap.left = heap.held
        this.lines += 1
      }
    this.tidy()
  }

  private heap(id: string): Heap {
    const heap = this.heaps.find((each) => each.id === id)
    if (!heap) throw new Error(`the pencil lost heap ${id}`)
    return heap
  }

  private put(heap: Omit<Heap, 'left' | 'held'>, amount: number): void {
    const open = this.heaps.find(({ id }) => id === heap.id)
    if (open) open.left += amount
    else this.heaps.push({ ...heap, left: amount, held: 0 })
    this.heaps.sort((a, b) => (`${a.endsOn} ${a.id}` < `${b.endsOn} ${b.id}` ? -1 : 1))
  }

  private tidy(): void {
    this.heaps = this.heaps.filter(({ left }) => left > 0)
  }
}

const free = ({ left, held, freeFrom, endsOn }: Heap, day: Day): number =>
  freeFrom !== null || endsOn < day ? 0 : left - held

const sum = (amounts: readonly number[]): number => amounts.reduce((all, one) => all + one, 0)

/** The day before the first of the fourth month from now. */
function endOfThirdMonth(today: Day): Day {
  const months = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) + 3
  const month = String((months % 12) + 1).padStart(2, '0')
  return addDays(`${Math.floor(months / 12)}-${month}-01`, -1)
}
