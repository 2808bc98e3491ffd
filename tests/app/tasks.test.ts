import { expect, it } from 'vitest'
import { leftWords, stateWords } from '../../apps/member/src/features/tasks/pace.ts'

it.each([
  [null, undefined],
  ['2026-03-01', '今天结束'],
  ['2026-03-02', '今天结束'],
  ['2026-03-03', '还有1天'],
  ['2026-04-01', '还有30天'],
  ['2026-04-02', '4月2日结束'],
])('on 2 March a task that ends on %s says: %s', (endsOn, words) => {
  expect(leftWords({ endsOn }, '2026-03-02')).toBe(words)
})

it('what is locked names all that has to be done first', () => {
  const first = [
    { id: 'a', name: '填写生日' },
    { id: 'b', name: '签到3天' },
  ]
  expect(stateWords({ state: 'LOCKED', first })).toBe('先完成「填写生日」「签到3天」')
  expect(stateWords({ state: 'OPEN', first: [] })).toBeUndefined()
})
