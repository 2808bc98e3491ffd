import { startOfDay } from '@evergreen/shared/day.ts'
import { expect, it } from 'vitest'
import { groupRefusals } from '../../apps/member/src/features/points/group-refusals.ts'

const at = startOfDay('2026-03-02')
const like = { at, ruleId: 'like', ruleName: '获赞', reason: '今天已满10次', given: 0 }

it('what one limit held back on a day is one line, with how often, and whether a part was given', () => {
  const read = { ...like, ruleId: 'read', ruleName: '读文', reason: '今天已满1次' }
  const tomorrow = { ...like, at: at + 86_400_000, given: 3 }
  const lines = groupRefusals([tomorrow, like, read, { ...like, at: at + 1_000 }]).map(
    ({ title, detail, isPart }) => [title, detail, isPart],
  )
  expect(lines).toEqual([
    ['获赞', '今天已满10次 · 3月3日', true],
    ['获赞', '今天已满10次 · 3月2日 · 2次', false],
    ['读文', '今天已满1次 · 3月2日', false],
  ])
})
