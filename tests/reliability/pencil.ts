import { businessDay } from '@evergreen/shared/day.ts'
import type { Order, RefundedLine } from '../../bff/src/order/order.ts'
import { Diary, seasonOf, weekOf } from './diary.ts'
import { tierIds } from './ladder.ts'
import {
  baseOf,
  type CountEffect,
  type Effect,
  keptFen,
  PencilOrder,
  perYuan,
  timesOf,
} from './pencil-order.ts'

/**
 * The programme told once more, act by act, in plain numbers and without its rules: what the real
 * one is held against. It imports nothing of what it checks.
 */
export class Pencil extends Diary {
  /** Something another system reports. */
  outside(kind: string, amount: number): void {
    const { day } = this
    const often = (max: number): boolean => {
      if (this.usedOn(kind, day) >= max) return false
      this.use(kind, day, 1)
      return true
    }
    switch (kind) {
      case 'friend-joined':
        if (often(10)) this.growth(50)
        return
      case 'friend-qualified':
        this.friendQualified()
        return
      case 'shared-product-bought':
        if (often(10)) this.growth(100)
        return
      case 'like-received':
        if (often(10)) this.growth(this.edition.likeGrowth)
        return
      case 'friend-grew': {
        const month = day.slice(0, 7)
        const left = 200 - this.usedOn(kind, month)
        const growth = Math.min(left, Math.floor((amount * 500) / 10_000))
        if (growth > 0) this.use(kind, month, growth)
        this.growth(growth)
        return
      }
      case 'article-read':
        if (often(3)) {
          this.points(1)
          this.growth(1)
        }
        if (this.tasks.tick('daily-read', day, 1, 1, day).done) this.points(2)
        return
      case 'commented':
        if (often(5)) this.growth(2)
        if (this.tasks.tick('daily-comment', day, 1, 1, day).done) this.points(3)
        return
      case 'review-written':
        if (often(3)) {
          this.points(10)
          this.growth(5)
        }
        if (this.tasks.tick('storyteller', 'ever', 20, 1, day).done) this.badges.add('storyteller')
        if (
          this.tasks.isDone('explore-2', 'ever') &&
          this.tasks.tick('explore-3', 'ever', 3, 1, day).done
        ) {
          this.points(30)
          this.badges.add('explorer')
        }
        return
      case 'store-visited':
        this.visit()
        if (this.tasks.tick('explore-1', 'ever', 1, 1, day).done) this.points(10)
    }
  }

  /** A friend paid a first order; the third, fifth and tenth of them are rungs. */
  private friendQualified(): void {
    const { day, purse } = this
    const gain = (points: number, growth: number) => {
      purse.earn(points, day)
      this.growth(growth)
    }
    const month = day.slice(0, 7)
    if (this.usedOn('friend-qualified', month) < 20) {
      this.use('friend-qualified', month, 1)
      gain(100, 50)
    }
    if (this.tasks.tick('friends-3', 'ever', 3, 1, day).done) gain(100, 50)
    if (this.tasks.tick('friends-5', 'ever', 5, 1, day).done) gain(200, 100)
    if (!this.tasks.tick('friends-10', 'ever', 10, 1, day).done) return
    gain(500, 200)
    this.badges.add('grove')
  }

  order(key: string, order: Order): void {
    const { day, purse, edition, ladder } = this
    const paidOn = businessDay(order.paidAt) < day ? businessDay(order.paidAt) : day
    const lines = baseOf(order)
    const fen = keptFen(lines)
    const record = new PencilOrder(lines)
    this.orders.set(key, record)
    if (order.holdId !== null) record.spend = purse.capture(order.holdId)
    const times = timesOf(paidOn, this.birthday)
    const season = seasonOf(day)
    // What this very order completes opens the next stage for the next order.
    const may = {
      explore2: this.tasks.isDone('explore-1', 'ever'),
      climb2: this.tasks.isDone('climb-1', season),
      climb3: this.tasks.isDone('climb-2', season),
    }
    const note = (effect: Effect) => record.effects.push(effect)
    const bonus = (amount: number) => {
      const points = Math.floor((amount * times) / 10_000)
      const heap = purse.earn(points, day)
      note({ kind: 'points', kept: points, heap, worth: (left) => (left > 0 ? points : 0) })
    }
    const counted = (id: string, period: string, kept: number, how: Partial<CountEffect> = {}) =>
      note({ kind: 'count', id, period, kept, byFen: false, again: false, ...how })
    /** Counts the order, or its money; says whether the target is met now. */
    const tick = (id: string, period: string, target: number, how: Partial<CountEffect> = {}) => {
      const step = how.byFen ? fen : 1
      const tally = this.tasks.tick(id, period, target, step, day, false, how.again)
      if (tally.step > 0) counted(id, period, tally.step, how)
      return tally.done
    }

    const rate = edition.ratesBp[tierIds.indexOf(ladder.tierId as 'sprout')] ?? 0
    const points = perYuan(fen, rate, times)
    if (points > 0) {
      const heap = purse.earn(points, day, order.channel === 'online' ? key : undefined)
      note({ kind: 'points', kept: points, heap, worth: (left) => perYuan(left, rate, times) })
    }
    const growth = perYuan(fen, 10_000, 10_000)
    this.growth(growth)
    if (growth > 0)
      note({ kind: 'growth', kept: growth, worth: (left) => perYuan(left, 10_000, 10_000) })
    if (fen > 0 && tick('first-order', 'ever', 1, { again: true })) this.badges.add('first-order')
    if (tick('ten-thousand', 'ever', 1_000_000, { byFen: true, again: true }))
      this.badges.add('ten-thousand')
    const isFirst = fen > 0 && this.isNew(paidOn) && tick('new-order', 'ever', 1)
    if (isFirst) bonus(50)
    if (this.visit().step > 0) counted('weekly-visit', weekOf(day), 1)
    const isNewDrink = order.lines.some(({ category, netFen }) => category === 'new' && netFen > 0)
    if (isNewDrink && may.explore2 && tick('explore-2', 'ever', 1)) bonus(20)
    if (fen > 0 && this.tasks.get('climb-1') && tick('climb-1', season, 3)) bonus(30)
    if (fen > 0 && may.climb2 && tick('climb-2', season, 5)) bonus(80)
    const isTop = may.climb3 && tick('climb-3', season, 60_000, { byFen: true })
    if (isTop) bonus(200)
    if (ladder.inGrace && tick('keep-order', season, 10_000, { byFen: true })) ladder.keep(day)
    if (isTop && this.tasks.tick('climber-badge', 'ever', 1, 1, day).done)
      this.badges.add('climber')
    if (isFirst) this.packIfComplete()
  }

  refund(key: string, back: readonly RefundedLine[]): void {
    const order = this.orders.get(key)
    if (!order) throw new Error(`the pencil knows no order ${key}`)
    order.takeBack(back)
    const fen = keptFen(order.lines)
    for (const effect of order.effects) {
      if (effect.kind === 'count') {
        const kept = effect.byFen ? Math.min(effect.kept, fen) : fen > 0 ? effect.kept : 0
        const lost = this.tasks.uncount(effect.id, effect.period, effect.kept - kept, effect.again)
        if (lost === 'unknown') continue
        effect.kept = kept
        if (lost === 'lost') this.badges.delete(effect.id)
        continue
      }
      const kept = Math.min(effect.kept, effect.worth(fen))
      const amount = effect.kept - kept
      effect.kept = kept
      if (amount === 0) continue
      if (effect.kind === 'points') this.purse.take(amount, effect.heap)
      else this.ladder.shrink(amount)
    }
    if (!order.spend) return
    const due = order.shareBack(order.spend.amount) - order.spend.returned
    if (due > 0) this.purse.giveBack(order.spend, due, this.day)
  }
}
