import { describe, expect, it } from 'vitest'
import type { Unit } from '../../bff/src/fact.ts'
import { why } from '../../bff/src/ledger/why.ts'
import type { Entry, ReceiptPart } from '../../bff/src/model.ts'
import { defaultProgram } from '../../bff/src/program/default.ts'
import { published } from '../fixtures/programs.ts'
import { noon, openGarden, worldAt } from './world.ts'

const { program } = worldAt(noon('2026-03-02'))

async function firstEntries(day: string): Promise<readonly Entry[]> {
  const garden = openGarden()
  await garden.checkInOn(day)
  return garden.entries()
}

/** An entry of the check-in rule with these parts. */
async function entryWith(unit: Unit, parts: readonly ReceiptPart[]): Promise<Entry> {
  const [entry] = await firstEntries('2026-03-02')
  if (!entry) throw new Error('a check-in makes entries')
  return { ...entry, unit, parts, amount: parts.at(-1)?.amount ?? 0 }
}

describe('why an entry is what it is', () => {
  it.each<[string, Unit, ReceiptPart[], string]>([
    [
      'the first day',
      'points',
      [{ kind: 'ladder', step: 1, amount: 2 }],
      '签到阶梯第1天 +2，共 2 积分',
    ],
    [
      'the seventh day on a 15th',
      'points',
      [
        { kind: 'ladder', step: 7, amount: 10 },
        { kind: 'times', multiplierId: 'super-day', timesBp: 20_000, amount: 20 },
      ],
      '签到阶梯第7天 +10，15日超级签到日 ×2，共 20 积分',
    ],
    ['growth', 'growth', [{ kind: 'fixed', amount: 5 }], '每日签到 +5，共 5 成长值'],
    [
      'thousands and a broken factor',
      'points',
      [
        { kind: 'fixed', amount: 10_000 },
        { kind: 'times', multiplierId: 'super-day', timesBp: 12_500, amount: 12_500 },
      ],
      '每日签到 +10,000，15日超级签到日 ×1.25，共 12,500 积分',
    ],
  ])('is told for %s', async (_, unit, parts, sentence) => {
    expect(why(await entryWith(unit, parts), program).sentence).toBe(sentence)
  })

  it('is told from what was stored, part by part', async () => {
    const [entry] = await firstEntries('2026-03-15')
    if (!entry) throw new Error('a check-in makes entries')
    expect(why(entry, program)).toEqual({
      ruleId: 'check-in',
      ruleName: '每日签到',
      programVersion: 1,
      parts: [
        { label: '签到阶梯第1天', detail: '+2', amount: 2 },
        { label: '15日超级签到日', detail: '×2', amount: 4 },
      ],
      sentence: '签到阶梯第1天 +2，15日超级签到日 ×2，共 4 积分',
    })
  })

  it('computes nothing again: what a later version would give does not matter', async () => {
    const [entry] = await firstEntries('2026-03-02')
    if (!entry) throw new Error('a check-in makes entries')
    const rules = defaultProgram.rules.map((rule) => ({
      ...rule,
      grant: { points: { fixed: 99 } },
    }))
    const other = { ...program, body: { ...defaultProgram, rules } }
    expect(why(entry, other).sentence).toBe('签到阶梯第1天 +2，共 2 积分')
  })

  it('is told with an earlier version when its own has no such row any more', async () => {
    const [entry] = await firstEntries('2026-03-15')
    if (!entry) throw new Error('a check-in makes entries')
    const none = { ...defaultProgram, rules: [], multipliers: [] }
    const versions = [program, published(2, 0, none)]
    expect(why(entry, published(2, 0, none), versions).sentence).toBe(
      '签到阶梯第1天 +2，15日超级签到日 ×2，共 4 积分',
    )
  })

  it('takes a rule that no version has for a bug', async () => {
    const [entry] = await firstEntries('2026-03-02')
    if (!entry) throw new Error('a check-in makes entries')
    const other = { ...program, body: { ...defaultProgram, rules: [] } }
    expect(() => why(entry, other)).toThrow("no version up to the entry's has a row check-in")
  })
})
