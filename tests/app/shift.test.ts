import { describe, expect, it } from 'vitest'
import { aboutWords } from '../../apps/member/src/features/shift/about.ts'

describe('what an act was about', () => {
  it.each([
    ['a receipt', 'R-1', 'R-1'],
    ['an order of the counter is its receipt', 'counter:shop-yongkang.R-1', 'R-1'],
    ['an order of a till stays as the till has it', 'till:8812', 'till:8812'],
    ['points', '+600 points', '+600积分'],
    ['growth', '-20 growth', '-20成长值'],
    ['a thing', '青瓷杯', '青瓷杯'],
  ])('%s', (_what, about, words) => {
    expect(aboutWords(about)).toBe(words)
  })
})
