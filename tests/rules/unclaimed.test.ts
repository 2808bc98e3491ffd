import { describe, expect, it } from 'vitest'
import type { Decision } from '../../bff/src/command.ts'
import type { ReportedFact } from '../../bff/src/fact.ts'
import type { MemberState } from '../../bff/src/model.ts'
import { defaultProgram } from '../../bff/src/program/default.ts'
import type { Rule } from '../../bff/src/program/program.ts'
import { lin, noon, openGarden } from './world.ts'

const task = { set: 'weekly', summary: '', countWord: '分', reward: 'claimed' } as const
const spend: Rule = {
  id: 'weekly-spend',
  name: '本周消费满20元',
  sources: ['K1'],
  on: ['order-paid'],
  period: 'week',
  target: 2_000,
  measure: 'net-fen',
  grant: { points: { fixed: 20 } },
  task,
}

const happened =
  (fact: ReportedFact) =>
  (state: MemberState): Decision<object> => ({
    before: state,
    state,
    facts: [fact],
    changes: [],
    outcome: () => ({}),
  })

const paid = (orderId: string, day: string, category: string): ReportedFact => ({
  kind: 'order-paid',
  key: `order:till:${orderId}`,
  order: {
    source: 'till',
    orderId,
    shopId: 'shop',
    channel: 'shop',
    receiptNo: orderId,
    paidAt: noon(day),
    lines: [{ lineId: '1', name: '拿铁', category, quantity: 1, netFen: 2_000 }],
    notEarningFen: 0,
    holdId: null,
  },
})

describe('a reward that was earned and not claimed (K1)', () => {
  it('is handed over once in the next period, also when what happens then counts nothing', async () => {
    const garden = openGarden(lin, { ...defaultProgram, rules: [spend] })
    const buyOn = (day: string, orderId: string, category: string) =>
      garden.perform(noon(day), happened(paid(orderId, day, category)))
    await buyOn('2026-03-02', '1', 'drink')
    expect(garden.entries()).toEqual([])
    await buyOn('2026-03-09', '2', 'gift-card')
    await buyOn('2026-03-10', '3', 'gift-card')
    expect(garden.entries().map(({ key, amount }) => [key, amount])).toEqual([
      ['weekly-spend:week-2026-03-02', 20],
    ])
  })
})

describe('a stage that was completed', () => {
  it('opens the next one for its own period alone, whatever the order of the rows (K4)', async () => {
    const stage = { ...task, set: 'challenge', reward: 'auto' } as const
    const first: Rule = {
      ...spend,
      id: 'first',
      on: ['commented'],
      target: 1,
      measure: 'facts',
      task: stage,
    }
    const second: Rule = { ...first, id: 'second', task: { ...stage, after: ['first'] } }
    const garden = openGarden(lin, { ...defaultProgram, rules: [second, first] })
    const comment = (day: string, key: string) =>
      garden.perform(noon(day), happened({ kind: 'commented', key }))
    await comment('2026-03-02', 'comment:1')
    await comment('2026-03-03', 'comment:2')
    await comment('2026-03-09', 'comment:3')
    expect(garden.entries().map(({ key }) => key)).toEqual([
      'first:week-2026-03-02',
      'second:week-2026-03-02',
      'first:week-2026-03-09',
    ])
  })
})
