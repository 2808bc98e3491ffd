import type { Decision, World } from '../../bff/src/command.ts'
import { newCode } from '../../bff/src/coupon/code.ts'
import type { LotMove, ReportedFact } from '../../bff/src/fact.ts'
import type { Change, Coupon, Entry, MemberState, Notice } from '../../bff/src/model.ts'
import type { Order, OrderRecord } from '../../bff/src/order/order.ts'
import { orderKey } from '../../bff/src/order/order.ts'
import { defaultProgram } from '../../bff/src/program/default.ts'
import type { Program, PublishedProgram, Rule } from '../../bff/src/program/program.ts'
import type { Settled } from '../../bff/src/settle/settle.ts'
import { settle } from '../../bff/src/settle/settle.ts'
import { published } from '../fixtures/programs.ts'
import { lin, noon, placeAt, worldAt } from './world.ts'

/** A member's life, told fact by fact; orders, coupons and budgets are kept as a database would. */
export interface Life {
  state: MemberState
  readonly changes: Change[]
  readonly entries: Entry[]
  readonly orders: Map<string, OrderRecord>
  readonly coupons: Coupon[]
  /** What all members were given of budgets. */
  readonly budgets: Map<string, number>
  /** Settles facts at the noon of a day. */
  on(day: string, ...facts: ReportedFact[]): Settled
  /** Nothing but time goes by, until the noon of a day. */
  until(day: string): Settled
  /** Does what a command decides at the noon of a day. */
  decide<Outcome>(
    day: string,
    decide: (state: MemberState, world: World) => Decision<Outcome>,
  ): Outcome
}

export interface LifeOptions {
  start?: MemberState
  body?: Program
  /** All versions there are; without them `body` is the only one. */
  versions?: readonly PublishedProgram[]
  /** The last instant the clock is believed for. */
  trusted?: () => number
}

export function live({ start = lin, body = defaultProgram, ...options }: LifeOptions = {}): Life {
  const { versions = [published(1, 0, body)], trusted } = options
  const budgets = new Map<string, number>()
  const orders = new Map<string, OrderRecord>()
  let codes = 0
  const worldOn = (day: string): World => {
    const now = noon(day)
    const world = worldAt(now, body, versions)
    return { ...world, budgets: new Map(budgets), trustedNow: trusted?.() ?? now }
  }
  const life: Life = {
    state: start,
    changes: [],
    entries: [],
    orders,
    coupons: [],
    budgets,
    on(day, ...facts) {
      const world = worldOn(day)
      const recordedAt = Math.max(world.now, life.state.lastAt)
      const place = { ...placeAt({ ...world, now: recordedAt }), orders }
      const settled = settle({ ...life.state, lastAt: recordedAt }, facts, {
        ...place,
        newCode: () =>
          `${newCode(world.randomInt).slice(0, 12)}${String(++codes).padStart(4, '0')}`,
      })
      life.state = settled.state
      life.changes.push(...settled.changes)
      for (const change of settled.changes) keep(life, change)
      return settled
    },
    until: (day) => life.on(day, { kind: 'clock', key: `clock:${day}` }),
    decide(day, decide) {
      const decision = decide(life.state, worldOn(day))
      if (!('facts' in decision)) return decision.outcome
      return decision.outcome(life.on(day, ...decision.facts))
    },
  }
  return life
}

function keep(life: Life, change: Change): void {
  if (change.kind === 'entry') life.entries.push(change.entry)
  if (change.kind === 'order-recorded') life.orders.set(change.order.key, change.order)
  if (change.kind === 'order-changed') life.orders.set(change.after.key, change.after)
  if (change.kind === 'coupon-issued') life.coupons.push(change.coupon)
  if (change.kind === 'budget-spent') {
    const id = `${change.budgetId}:${change.period}`
    life.budgets.set(id, (life.budgets.get(id) ?? 0) + change.amount)
  }
}

/** What each entry moved, in one line: `earn points +5`. */
export const told = (entries: readonly Entry[]): string[] =>
  entries.map(
    ({ kind, unit, amount }) => `${kind} ${unit} ${amount > 0 ? '+' : '−'}${Math.abs(amount)}`,
  )

/** What the member was told, oldest first. */
export const noticesOf = ({ changes }: Life): Notice[] =>
  changes.flatMap((change) =>
    change.kind === 'outbox' && change.message.channel === 'notice' ? [change.message.notice] : [],
  )

export const lotsOf = ({ state }: Life): [string, number][] =>
  state.lots.map(({ id, remaining }) => [id, remaining])

export const rule = (id: string, more: Pick<Rule, 'on' | 'grant'> & Partial<Rule>): Rule => ({
  id,
  name: id,
  sources: [],
  ...more,
})

/** The default programme with these rules alone, and no multiplier or cap. */
export const programOf = (...rules: Rule[]): Program => ({
  ...defaultProgram,
  rules,
  multipliers: [],
  caps: [],
})

/** Of the default programme the rows of these ids, among rules and multipliers. */
export const onlyRules = (...ids: string[]): Program => ({
  ...defaultProgram,
  rules: defaultProgram.rules.filter(({ id }) => ids.includes(id)),
  multipliers: defaultProgram.multipliers.filter(({ id }) => ids.includes(id)),
})

/** Something outside happened, for the n-th time. */
export const visited = (nth: number): ReportedFact => ({
  kind: 'store-visited',
  key: `store-visited:${nth}`,
})

/** A purchase at the till, one line for each amount (fen). */
export const order = (
  orderId: string,
  fens: readonly number[],
  more: Partial<Order> & { paidOn?: string } = {},
): Order => {
  const { paidOn = '2026-03-02', ...changed } = more
  const lines = fens.map((netFen, i) => ({
    lineId: String(i + 1),
    name: '茶',
    category: 'tea',
    quantity: 1,
    netFen,
  }))
  return {
    source: 'till',
    orderId,
    shopId: 'shop-1',
    channel: 'shop',
    receiptNo: `r-${orderId}`,
    paidAt: noon(paidOn),
    lines,
    notEarningFen: 0,
    holdId: null,
    ...changed,
  }
}

export const paid = (bought: Order): ReportedFact => ({
  kind: 'order-paid',
  key: `order:${orderKey(bought)}`,
  order: bought,
})

/** `back` is what goes back of each line (fen), by its number. */
export const refunded = (
  orderId: string,
  refundId: string,
  back: Readonly<Record<string, number>>,
): ReportedFact => ({
  kind: 'order-refunded',
  key: `refund:till:${orderId}:${refundId}`,
  order: `till:${orderId}`,
  lines: Object.entries(back).map(([lineId, netFen]) => ({ lineId, netFen })),
})

/** Points by hand: whatever a test needs to begin with. */
export const given = (
  amount: number,
  unit: 'points' | 'growth' = 'points',
  nth = 1,
): ReportedFact => ({
  kind: 'adjusted',
  key: `adjusted:${unit}:${amount}:${nth}`,
  unit,
  amount,
  reason: '测试',
})

/** Sets points aside and spends them at once. */
export const spend = (
  holdId: string,
  amount: number,
  day: string,
): [ReportedFact, ReportedFact] => [
  {
    kind: 'points-held',
    key: `hold:${holdId}`,
    holdId,
    amount,
    until: noon(day) + 1,
    what: '马克杯',
  },
  { kind: 'hold-captured', key: `hold-ended:${holdId}`, holdId },
]

export const lastMoves = ({ entries }: Life): readonly LotMove[] => entries.at(-1)?.moves ?? []
