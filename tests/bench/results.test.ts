import { describe, expect, it } from 'vitest'
import { readAnswer } from './answers.ts'
import { problemWith } from './count-rows.ts'
import { median, p99, summary, table } from './results.ts'
import { readSettings } from './settings.ts'

describe('figures', () => {
  it('the median is the middle one, whatever the order', () => {
    expect(median([9, 1, 5])).toBe(5)
    expect(median([4, 1, 3, 2])).toBe(2)
  })

  it('p99 is what 99 of 100 do not exceed', () => {
    const oneToHundred = Array.from({ length: 100 }, (_, i) => 100 - i)
    expect(p99(oneToHundred)).toBe(99)
    expect(p99([7])).toBe(7)
  })

  it('each figure of a summary is a median of its own', () => {
    const samples = [
      { requestsPerSecond: 100, p99Ms: 3, cpuUsPerRequest: 50 },
      { requestsPerSecond: 300, p99Ms: 1, cpuUsPerRequest: 70 },
      { requestsPerSecond: 200, p99Ms: 2, cpuUsPerRequest: 60 },
    ]
    expect(summary(samples)).toEqual({ requestsPerSecond: 200, p99Ms: 2, cpuUsPerRequest: 60 })
  })

  it('the table says how many times the limit each figure is', () => {
    const limit = { label: 'limit', requestsPerSecond: 4000, p99Ms: 5, cpuUsPerRequest: 100 }
    const ours = { label: 'ours', requestsPerSecond: 1000, p99Ms: 12.4, cpuUsPerRequest: 250 }
    expect(table([limit, ours], limit).split('\n')).toEqual([
      '        requests/s   × limit   p99 ms   CPU µs   × limit',
      'limit         4000      1.00     5.00      100      1.00',
      'ours          1000      0.25       12      250      2.50',
    ])
  })

  it('the table of the counter names what its ratios compare with', () => {
    const checkIn = { label: 'check-in', requestsPerSecond: 800, p99Ms: 5, cpuUsPerRequest: 100 }
    const scan = { label: 'scan → tier', requestsPerSecond: 1200, p99Ms: 4, cpuUsPerRequest: 90 }
    expect(table([checkIn, scan], checkIn, 'check-in').split('\n')).toEqual([
      '              requests/s   × check-in   p99 ms   CPU µs   × check-in',
      'check-in             800         1.00     5.00      100         1.00',
      'scan → tier         1200         1.50     4.00       90         0.90',
    ])
  })
})

describe('checks', () => {
  const rows = { checkInDays: 10, entries: 20, receipts: 10, pointsHeld: 21, pointsEntered: 21 }

  it.each([
    ['as many rows as check-ins', {}, undefined],
    ['one check-in was lost', { checkInDays: 9 }, 'checkInDays is 9, not 10'],
    ['an entry was written twice', { entries: 21 }, 'entries is 21, not 20'],
    ['an answer was not kept', { receipts: 9 }, 'receipts is 9, not 10'],
    ['a balance is not its entries', { pointsHeld: 20 }, 'pointsHeld is 20, not 21'],
  ])('%s', (_, changed, problem) => {
    expect(problemWith({ ...rows, ...changed }, 10)).toBe(problem)
  })

  it('an answer is read when all of it is there, not before', () => {
    const answer = 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n长的'
    expect(() => readAnswer(Buffer.from(answer))).toThrow('more came back than was asked for')
    const whole = Buffer.from('HTTP/1.1 401 Unauthorized\r\nContent-Length: 6\r\n\r\n长的')
    expect(readAnswer(whole)).toEqual({ status: 401, body: '长的' })
    expect(readAnswer(whole.subarray(0, -1))).toBeUndefined()
    expect(readAnswer(whole.subarray(0, 20))).toBeUndefined()
    expect(() => readAnswer(Buffer.from('HTTP/1.1 200 OK\r\n\r\n'))).toThrow('without its length')
  })
})

describe('settings', () => {
  it('are short without any, and longer when asked', () => {
    expect(readSettings({})).toMatchObject({ rounds: 5, requests: 1000, only: [] })
    const env = { BENCH_ROUNDS: '15', BENCH_ONLY: 'ours,raw' }
    expect(readSettings(env)).toMatchObject({ rounds: 15, only: ['ours', 'raw'] })
  })

  it.each([
    [{ BENCH_ROUNDS: '0' }, 'BENCH_ROUNDS is a count above 0'],
    [{ BENCH_ROUNDS: 'many' }, 'BENCH_ROUNDS is a count above 0'],
    [{ BENCH_REQUESTS: '10001' }, 'BENCH_REQUESTS is at most 10000'],
  ])('%o is refused', (env, problem) => {
    expect(() => readSettings(env)).toThrow(problem)
  })
})
