import { terms } from '@evergreen/shared/terms.ts'
import { factWords } from './fact-words.ts'
import type { FormOf } from './form.ts'
import * as form from './form-parts.ts'
import { choice, group, list, optional, text, whole } from './form-parts.ts'
import type { Leaderboard, Program } from './program.ts'

const measure: FormOf<Leaderboard['measure']> = {
  kind: 'either',
  label: '计分',
  groups: [
    group('', { kind: choice('', { spend: '实付金额' }) }),
    group('', {
      kind: choice('', { earned: '所得' }),
      unit: form.unit(''),
      on: optional(list('来自', choice('来自', factWords))),
    }),
  ],
}

export const leaderboards: FormOf<Program['leaderboards']> = form.rows(terms.leaderboard.zh, {
  id: form.id,
  name: form.name,
  summary: form.summary,
  sources: form.sources,
  season: choice('周期', { week: '每周', month: '每月' }),
  measure,
  settleAfterDays: whole('结束后等待退款', ' 天'),
  leagues: optional(
    group('分组', {
      size: whole('每组最多', ' 人'),
      up: whole('晋级', ' 人'),
      down: whole('降级', ' 人'),
      divisions: list('级别', text('级别')),
    }),
  ),
})
