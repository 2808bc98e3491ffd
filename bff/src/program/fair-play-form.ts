import { factWords } from './fact-words.ts'
import type { FairPlayTerms, Watch, WatchedKind } from './fair-play.ts'
import { watchedKinds } from './fair-play.ts'
import type { FormOf } from './form.ts'
import * as form from './form-parts.ts'
import { choice, duration, group, list, text, whole } from './form-parts.ts'

const words = Object.fromEntries(watchedKinds.map((kind) => [kind, factWords[kind]])) as Readonly<
  Record<WatchedKind, string>
>
const facts = list('留意', choice('留意', words))

const watch: FormOf<Watch> = {
  kind: 'either',
  label: '信号',
  groups: [
    group('', {
      kind: choice('', { velocity: '短时间内次数过多' }),
      on: facts,
      times: whole('次数', ' 次'),
      withinMs: duration('时间'),
    }),
    group('', {
      kind: choice('', { 'machine-timing': '间隔过于规律' }),
      on: facts,
      times: whole('连续', ' 次'),
      jitterMs: duration('间隔相差不超过'),
    }),
    group('', {
      kind: choice('', { 'fresh-star': '短时间大量新人' }),
      joins: whole('入会', ' 人'),
      withinMs: duration('时间'),
      paidMax: whole('其中消费过的不超过', ' 人'),
    }),
    group('', {
      kind: choice('', { 'device-ring': '同一设备多个会员' }),
      members: whole('达到', ' 人'),
    }),
    group('', {
      kind: choice('', { 'staff-reversals': '同一店员反复录单又退单' }),
      times: whole('达到', ' 次'),
      withinMs: duration('时间'),
    }),
  ],
}

/** What is looked at before it counts. */
export const fairPlayForm: FormOf<FairPlayTerms> = group('公平', {
  sources: form.sources,
  reviewDays: whole('核实期', ' 天'),
  signals: form.rows('信号', {
    id: form.id,
    name: form.name,
    reason: text('告诉会员'),
    sources: form.sources,
    watch,
  }),
})
