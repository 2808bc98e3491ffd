import { expect, it } from 'vitest'
import { effectOf, type Purpose } from '../../apps/member/src/features/consents/effect.ts'

const optional: Purpose[] = ['LEADERBOARD', 'MARKETING', 'PERSONALISATION']

it.each(optional)('giving and withdrawing %s are explained, each in its own words', (purpose) => {
  expect(effectOf(purpose, true)).toMatch(/^开启后，.+。$/)
  expect(effectOf(purpose, false)).toMatch(/^关闭后，.+。$/)
})

it('the required consent says that withdrawing it is closing the account', () => {
  expect(effectOf('SERVICE', false)).toContain('注销会员')
})
