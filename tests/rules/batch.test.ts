import { describe, expect, it } from 'vitest'
import { Contended } from '../../bff/src/command.ts'
import { performBatch } from '../../bff/src/graphql/batch.ts'
import { badInput } from '../../bff/src/graphql/refusals.ts'

const errors: object[] = []
const log = { info() {}, warn() {}, error: (details: object) => errors.push(details) }
const place = { requestId: 'request-1', log }
const nobody = () => undefined
const turn = () => new Promise((resolve) => setImmediate(resolve))

describe('a batch', () => {
  it('answers each item in its place, whoever is ready first', async () => {
    const answers = await performBatch(
      [3, 1, 2],
      nobody,
      async (turns) => {
        for (let i = 0; i < turns; i++) await turn()
        return `after ${turns}`
      },
      place,
    )
    expect(answers).toEqual(['after 3', 'after 1', 'after 2'])
  })

  it('takes items of one member one after the other, and others up to 16 at once', async () => {
    const items = Array.from({ length: 100 }, (_, n) => ({ n, member: n < 60 ? 'lin' : `m${n}` }))
    const running = new Map<string, number>()
    const orderOfLin: number[] = []
    let most = 0
    await performBatch(
      items,
      ({ member }) => member,
      async ({ n, member }) => {
        running.set(member, (running.get(member) ?? 0) + 1)
        expect(running.get(member)).toBe(1)
        most = Math.max(
          most,
          [...running.values()].reduce((sum, count) => sum + count, 0),
        )
        if (member === 'lin') orderOfLin.push(n)
        await turn()
        running.set(member, 0)
      },
      place,
    )
    expect(most).toBe(16)
    expect(orderOfLin).toEqual(Array.from({ length: 60 }, (_, n) => n))
  })

  it('keeps a fault to the item that met it', async () => {
    const faults: Record<string, Error> = {
      bug: new Error('no such column: pionts'),
      busy: new Contended('met a conflict 5 times'),
      bad: badInput('amountFen', 'a whole number'),
    }
    const answers = await performBatch(
      ['one', 'bug', 'two', 'busy', 'bad'],
      () => 'lin',
      async (item) => {
        const fault = faults[item]
        if (fault) throw fault
        return { kind: 'Recorded', item }
      },
      place,
    )
    const failed = { kind: 'Failed', requestId: 'request-1' }
    expect(answers).toEqual([
      { kind: 'Recorded', item: 'one' },
      { ...failed, code: 'INTERNAL', message: 'Internal error' },
      { kind: 'Recorded', item: 'two' },
      { ...failed, code: 'UNAVAILABLE', message: 'Too busy, try again' },
      { ...failed, code: 'BAD_INPUT', message: 'amountFen: a whole number' },
    ])
    expect(errors).toEqual([{ requestId: 'request-1', item: 1, err: faults.bug }])
  })

  it('of nothing is answered by nothing; of 1,001 items it is refused whole', async () => {
    let performed = 0
    const perItem = async () => ++performed
    expect(await performBatch([], nobody, perItem, place)).toEqual([])
    const many = Array.from({ length: 1_001 }, () => 0)
    await expect(performBatch(many, nobody, perItem, place)).rejects.toThrow('items: at most 1000')
    expect(performed).toBe(0)
    expect(await performBatch(many.slice(1), nobody, perItem, place)).toHaveLength(1_000)
  })
})
