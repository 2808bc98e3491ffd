import fc from 'fast-check'
import { expect, it } from 'vitest'
import { auditLedger } from '../../bff/src/ledger/audit-ledger.ts'
import { digest } from '../../bff/src/secrets.ts'
import { live, order, paid, programOf, refunded, rule, spend } from './life.ts'

const body = programOf(
  rule('buy', {
    on: ['order-paid'],
    grant: { points: { perYuan: 12_000 }, growth: { perYuan: 10_000 } },
  }),
)

type Act =
  | { kind: 'buy'; fens: number[] }
  | { kind: 'refund'; nth: number; line: number; shareBp: number }
  | { kind: 'spend'; shareBp: number }

const shareBp = fc.integer({ min: 0, max: 10_000 })
const acts: fc.Arbitrary<Act[]> = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant('buy' as const),
      fens: fc.array(fc.nat({ max: 50_000 }), { minLength: 1, maxLength: 4 }),
    }),
    fc.record({
      kind: fc.constant('refund' as const),
      nth: fc.nat({ max: 5 }),
      line: fc.nat({ max: 3 }),
      shareBp,
    }),
    fc.record({ kind: fc.constant('spend' as const), shareBp }),
  ),
  { minLength: 5, maxLength: 25 },
)

it('whatever is bought, refunded and spent, in any order, points are those of the goods kept', () => {
  fc.assert(
    fc.property(acts, (done) => {
      const life = live({ body })
      /** What is kept of each line (fen), by order, kept here by hand. */
      const kept: number[][] = []
      let spent = 0
      done.forEach((act, i) => {
        if (act.kind === 'buy') {
          life.on('2026-03-02', paid(order(String(kept.length), act.fens)))
          kept.push([...act.fens])
        } else if (act.kind === 'refund') {
          const lines = kept[act.nth % Math.max(1, kept.length)]
          const line = act.line % (lines?.length ?? 1)
          const back = Math.floor(((lines?.[line] ?? 0) * act.shareBp) / 10_000)
          if (!lines || back === 0) return
          const orderId = String(kept.indexOf(lines))
          life.on('2026-03-02', refunded(orderId, String(i), { [line + 1]: back }))
          lines[line] = (lines[line] ?? 0) - back
        } else {
          const amount = Math.floor((life.state.points * act.shareBp) / 10_000)
          if (amount === 0) return
          life.on('2026-03-02', ...spend(`hold-${i}`, amount, '2026-03-02'))
          spent += amount
        }
        const fens = kept.map((lines) => lines.reduce((sum, fen) => sum + fen, 0))
        const worth = fens.reduce((sum, fen) => sum + Math.floor((fen * 12) / 1_000), 0)
        const { points, debt, growth } = life.state
        expect(points + spent - debt).toBe(worth)
        expect(growth).toBe(fens.reduce((sum, fen) => sum + Math.floor(fen / 100), 0))
      })
      expect(auditLedger(life.state, life.entries, digest)).toEqual([])
    }),
    { numRuns: 80 },
  )
})
