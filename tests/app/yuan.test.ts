import { describe, expect, it } from 'vitest'
import { fenOf } from '../../apps/member/src/lib/yuan.ts'

describe('yuan as they are typed', () => {
  it.each([
    ['whole yuan', '35', 3500],
    ['one decimal', '35.5', 3550],
    ['two decimals', '35.05', 3505],
    ['a point and nothing behind it', '35.', 3500],
    ['nothing but fen', '0.01', 1],
    ['nothing', '0', 0],
    ['with its sign and thousands', '¥1,280.05', 128005],
    ['from a Chinese keyboard', '￥３５。５', 3550],
    ['with spaces around it', ' 35 ', 3500],
    ['the most a till takes', '9999999.99', 999999999],
  ])('%s', (_what, typed, fen) => {
    expect(fenOf(typed)).toBe(fen)
  })

  it.each([
    ['nothing typed', ''],
    ['half a fen', '35.005'],
    ['less than nothing', '-35'],
    ['two points', '3.5.5'],
    ['fen without yuan', '.5'],
    ['words', '三十五'],
    ['more than any till takes', '10000000'],
  ])('%s is no amount', (_what, typed) => {
    expect(fenOf(typed)).toBeUndefined()
  })
})
