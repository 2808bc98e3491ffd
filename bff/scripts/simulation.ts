import type { Day } from '@evergreen/shared/day.ts'
import { addDays, startOfDay } from '@evergreen/shared/day.ts'
import type { App } from '../src/app.ts'
import { checkIn } from '../src/check-in/check-in.ts'
import type { OutsideKind } from '../src/fact.ts'
import { byThemselves } from '../src/invitation/bind.ts'
import { endHold, holdPoints } from '../src/ledger/redeem.ts'
import type { Order, OrderLine } from '../src/order/order.ts'
import { orderKey } from '../src/order/order.ts'
import { recordOrder } from '../src/order/record-order.ts'
import { refundOrder } from '../src/order/refund-order.ts'
import { signIn } from '../src/sign-in/sign-in.ts'
import { type Habit, habitOf, seededChance } from './habits.ts'

export interface SimulationPlan {
  members: number
  days: number
  /** The last day. */
  until: Day
  seed: number
  shopId: string
  /** Told after each day. */
  onDay?(day: Day, acts: number): void
}

interface Person {
  id: string
  habit: Habit
  birthday: { month: number; day: number } | undefined
  gone: boolean
  lastOrders: Order[]
}

const HOUR_MS = 3_600_000
const AT_ONCE = 64
/** The hours of the day on which people act, in this order. */
const HOURS = [8, 12, 15, 19] as const

/**
 * Lets so many members live with the programme for so many days, through the same commands as real
 * ones and a clock that walks. The same plan makes the same acts.
 */
export async function simulate(
  app: Pick<App, 'perform' | 'stores' | 'runJobs'>,
  clock: { at: number },
  plan: SimulationPlan,
): Promise<{ acts: number }> {
  const chance = seededChance(plan.seed)
  const { perform, stores } = app
  const people: Person[] = []
  const start = addDays(plan.until, 1 - plan.days)
  let acts = 0
  let orders = 0
  let facts = 0

  for (let n = 0; n < plan.days; n++) {
    const day = addDays(start, n)
    const due = Math.ceil(plan.members * Math.min(1, 0.3 + (0.7 * n) / (plan.days * 0.7)))
    for (const hour of HOURS) {
      clock.at = startOfDay(day) + hour * HOUR_MS
      if (hour === HOURS[0]) await inBatches(joinersUntil(due), join)
      const plans = people.filter(({ gone }) => !gone).map((person) => () => live(person, hour))
      // Chance is drawn in one order, whatever order the acts end in.
      await inBatches(
        plans.flatMap((decide) => decide()),
        (act) => act(),
      )
    }
    await app.runJobs()
    plan.onDay?.(day, acts)
  }
  return { acts }

  function joinersUntil(count: number): Person[] {
    const joiners: Person[] = []
    while (people.length < count) {
      const birthday =
        chance() < 0.6
          ? { month: 1 + Math.floor(chance() * 12), day: 1 + Math.floor(chance() * 28) }
          : undefined
      const person = { id: '', habit: habitOf(chance), birthday, gone: false, lastOrders: [] }
      people.push(person)
      joiners.push(person)
    }
    return joiners
  }

  async function join(person: Person): Promise<void> {
    const subject = `simulated-${people.indexOf(person)}`
    acts += 1
    const outcome = await perform({
      name: 'signIn',
      actor: 'guest:simulation',
      load: async () => undefined,
      decide: (_, world) =>
        signIn(
          {
            member: undefined,
            identities: [{ identity: 'wechat', subject, knownFor: undefined }],
            acceptedPrivacyVersion: world.program.body.privacy.version,
            brought: byThemselves,
            deviceHash: undefined,
          },
          world,
        ),
    })
    if (outcome.kind === 'SignedIn') person.id = outcome.memberId
  }

  /** What a person does at an hour: at most one act, so that nobody meets themself. */
  function live(person: Person, hour: (typeof HOURS)[number]): (() => Promise<unknown>)[] {
    const { habit } = person
    const rolls = [chance(), chance(), chance(), chance()]
    const [first = 1, second = 1, third = 1] = rolls
    switch (hour) {
      case 8:
        if (person.birthday && first < 0.05) return [() => setBirthday(person)]
        return second < habit.checkIn ? [() => goCheckIn(person)] : []
      case 12: {
        if (first >= habit.order) return []
        const order = orderOf(person, second, third)
        return [() => buy(person, order)]
      }
      case 15: {
        const kinds: [OutsideKind, number][] = [
          ['article-read', habit.read],
          ['commented', habit.comment],
          ['like-received', habit.liked],
          ['review-written', habit.review],
        ]
        const kind = kinds[Math.floor(first * kinds.length)]
        return kind && second < kind[1] * kinds.length ? [() => report(person, kind[0])] : []
      }
      case 19: {
        if (third < habit.leave) person.gone = true
        const order = person.lastOrders.at(-1)
        if (order && first < habit.refund) return [() => giveBack(person, order, second)]
        return second < habit.redeem ? [() => redeem(person)] : []
      }
    }
  }

  function asMember({ id }: Person) {
    return { actor: `member:${id}`, load: () => stores.member.loadKnown(id) }
  }

  function goCheckIn(person: Person) {
    acts += 1
    return perform({ ...asMember(person), name: 'checkIn', decide: checkIn })
  }

  function setBirthday(person: Person) {
    const { birthday } = person
    person.birthday = undefined
    acts += 1
    return perform({
      ...asMember(person),
      name: 'setBirthday',
      decide: (state) => ({
        before: state,
        state,
        facts: birthday ? [{ kind: 'birthday-set', key: 'birthday', ...birthday }] : [],
        changes: [],
        outcome: () => ({ kind: 'BirthdaySet' }),
      }),
    })
  }

  function orderOf({ habit }: Person, size: number, more: number): Order {
    orders += 1
    const [from, to] = habit.spends
    const total = Math.round(from + size * (to - from))
    const second = more < 0.4 ? Math.floor(total * 0.3) : 0
    const line = (lineId: string, netFen: number): OrderLine => ({
      lineId,
      name: lineId === '1' ? '茶饮' : '点心',
      category: more < 0.05 ? 'gift-card' : more < 0.2 ? 'new' : 'drink',
      quantity: 1,
      netFen,
    })
    return {
      source: 'simulation',
      orderId: String(orders),
      shopId: plan.shopId,
      channel: size < habit.online ? 'online' : 'shop',
      receiptNo: `S${orders}`,
      paidAt: clock.at,
      lines: second > 0 ? [line('1', total - second), line('2', second)] : [line('1', total)],
      notEarningFen: 0,
      holdId: null,
    }
  }

  function buy(person: Person, order: Order) {
    acts += 1
    person.lastOrders = [...person.lastOrders.slice(-3), order]
    return perform({
      ...asMember(person),
      actor: 'service:simulation',
      name: 'recordOrder',
      decide: (member, world) =>
        recordOrder({ member, order, sameKey: undefined, sameReceipt: undefined }, world),
    })
  }

  async function giveBack(person: Person, { source, orderId, lines }: Order, part: number) {
    const key = orderKey({ source, orderId })
    person.lastOrders.pop()
    acts += 1
    await perform({
      name: 'refundOrder',
      actor: 'service:simulation',
      load: async () => ({
        order: await stores.order.find(key),
        member: await stores.member.loadKnown(person.id),
        coupons: await stores.coupon.ofOrder(key),
      }),
      decide: (loaded, world) =>
        refundOrder(
          {
            ...loaded,
            key,
            refundId: '1',
            lines: lines.slice(0, part < 0.5 ? 1 : lines.length).map(({ lineId, netFen }) => ({
              lineId,
              netFen: part < 0.25 ? Math.ceil(netFen / 2) : netFen,
            })),
          },
          world,
        ),
    })
  }

  function report(person: Person, kind: OutsideKind) {
    facts += 1
    const key = `${kind}:simulation:${facts}`
    acts += 1
    return perform({
      ...asMember(person),
      actor: 'service:simulation',
      name: 'report',
      decide: (state) => ({
        before: state,
        state,
        facts: [{ kind, key }],
        changes: [],
        outcome: () => ({ kind: 'Reported' }),
      }),
    })
  }

  async function redeem(person: Person) {
    facts += 1
    const holdId = `simulation-${facts}`
    acts += 1
    const held = await perform({
      ...asMember(person),
      name: 'holdPoints',
      decide: (state, world) =>
        holdPoints(
          state,
          { holdId, amount: 80, until: world.now + 24 * HOUR_MS, what: '兑换中杯饮品' },
          world,
        ),
    })
    if (held.kind === 'PointsHeld')
      await perform({
        ...asMember(person),
        name: 'endHold',
        decide: (state, world) => endHold(state, holdId, 'capture', world),
      })
  }
}

async function inBatches<Item>(items: readonly Item[], act: (item: Item) => Promise<unknown>) {
  for (let i = 0; i < items.length; i += AT_ONCE)
    await Promise.all(items.slice(i, i + AT_ONCE).map(act))
}
