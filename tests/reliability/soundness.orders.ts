import type { Entry } from '../../bff/src/model.ts'
import type { OrderEffect, OrderRecord } from '../../bff/src/order/order.ts'
import type { Records } from './soundness.ts'

/** Points kept are what the kept goods are worth, and every fen goes back once (R6, S6). */
export function problemsOfOrders({ orders, entries }: Pick<Records, 'orders' | 'entries'>) {
  return orders.flatMap((order) => {
    const { key, lines, effects, spent } = order
    const problems: string[] = []
    const say = (isSound: boolean, problem: string) => {
      if (!isSound) problems.push(`${problem}: ${key}`)
    }
    for (const { netFen, baseFen, refundedFen } of lines)
      say(
        0 <= refundedFen && refundedFen <= netFen && 0 <= baseFen && baseFen <= netFen,
        'S6 more goes back than was paid',
      )
    say(!spent || spent.returned <= spent.amount, 'S6 more comes back than was spent')
    const isAllBack = lines.every(({ netFen, refundedFen }) => netFen === refundedFen)
    const keptFen = lines.reduce((all, line) => all + keptOf(line), 0)
    for (const effect of effects) {
      if (effect.kind !== 'earned') continue
      const { kept, given, unit, ruleId } = effect
      say(
        !isAllBack || order.refunds.length === 0 || kept === 0,
        'S6 goods are back, points are not',
      )
      say(0 <= kept && kept <= Math.min(given, worthOf(effect, keptFen, order)), 'R6 kept too much')
      const takenBack = entries
        .filter(
          (entry) =>
            isClawback(entry, unit) && order.refunds.some((f) => entry.key === `${ruleId}:${f}`),
        )
        .reduce((all, { amount }) => all + Math.abs(amount), 0)
      // Growth is never owed: somebody may have taken it before.
      const isWhole = unit === 'points' ? takenBack === given - kept : takenBack <= given - kept
      say(isWhole, `R6 ${given} given, ${kept} kept, ${takenBack} taken back`)
    }
    return problems
  })
}

const keptOf = ({ netFen, baseFen, refundedFen }: OrderRecord['lines'][number]): number =>
  netFen === 0 ? 0 : baseFen - Math.floor((baseFen * refundedFen) / netFen)

type Earned = Extract<OrderEffect, { kind: 'earned' }>

const worthOf = ({ sum, given }: Earned, fen: number, { refunds }: OrderRecord): number => {
  if ('rateBp' in sum) return Math.floor((fen * sum.rateBp * sum.timesBp) / 1e10)
  return fen > 0 || refunds.length === 0 ? given : 0
}

const isClawback = ({ kind, unit }: Entry, of: string): boolean =>
  (kind === 'clawback' && unit === of) || (kind === 'shortfall' && of === 'points')
