import { describe, expect, it } from 'vitest'
import { recent } from '../../bff/src/recent.ts'

/** Answers 1, 2, 3 …: the number of the reading. */
const counted = (forMs: number) => {
  let reads = 0
  return recent(forMs, async () => ++reads)
}

describe('what was read lately', () => {
  it.each([
    ['at the same moment', [0, 0], [1, 1]],
    ['just before its time is over', [0, 999], [1, 1]],
    ['when its time is over', [0, 1_000], [1, 2]],
    ['long before, by a clock that stepped back', [5_000, 0], [1, 2]],
    ['a little before, by such a clock', [5_000, 4_500], [1, 1]],
  ])('asked for %s', async (_, times, answers) => {
    const ask = counted(1_000)
    const given: number[] = []
    for (const at of times) given.push(await ask(at))
    expect(given).toEqual(answers)
  })

  it('is read once for all who ask at once', async () => {
    const ask = counted(1_000)
    expect(await Promise.all([ask(0), ask(0), ask(0)])).toEqual([1, 1, 1])
  })

  it('is read again when the reading failed', async () => {
    let reads = 0
    const ask = recent(1_000, async () => {
      reads += 1
      if (reads === 1) throw new Error('the database is away')
      return reads
    })
    await expect(ask(0)).rejects.toThrow('the database is away')
    expect(await ask(0)).toBe(2)
  })
})
