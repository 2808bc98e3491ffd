import type { Signal } from './fair-play.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** What is looked at before it counts (P5, Y3). */
export const defaultSignals: readonly Signal[] = [
  {
    id: 'device-ring',
    name: '同一设备多个会员',
    reason: '这台设备上登录过多个会员账号，需要核实',
    sources: ['Y3'],
    watch: { kind: 'device-ring', members: 4 },
  },
  {
    id: 'fresh-star',
    name: '短时间大量新人',
    reason: '短时间内邀请的好友较多，且大多还没有消费，需要核实',
    sources: ['Y3', 'I9'],
    watch: { kind: 'fresh-star', joins: 8, withinMs: DAY_MS, paidMax: 1 },
  },
  {
    id: 'like-farm',
    name: '获赞过快',
    reason: '短时间内获赞很多，需要核实',
    sources: ['Y3', 'G3'],
    watch: { kind: 'velocity', on: ['like-received'], times: 30, withinMs: HOUR_MS },
  },
  {
    id: 'content-rush',
    name: '互动过快',
    reason: '阅读、评论或评价过于密集，需要核实',
    sources: ['Y3', 'G5'],
    watch: {
      kind: 'velocity',
      on: ['article-read', 'commented', 'content-posted', 'review-written'],
      times: 20,
      withinMs: 10 * MINUTE_MS,
    },
  },
  {
    id: 'machine-timing',
    name: '间隔过于规律',
    reason: '操作间隔像是自动完成的，需要核实',
    sources: ['Y3'],
    watch: {
      kind: 'machine-timing',
      on: ['article-read', 'commented', 'content-posted'],
      times: 6,
      jitterMs: 2_000,
    },
  },
  {
    id: 'staff-reversals',
    name: '同一店员反复录单又退单',
    reason: '同一位店员多次为你录单后又退单，需要核实',
    sources: ['Y3'],
    watch: { kind: 'staff-reversals', times: 3, withinMs: 30 * DAY_MS },
  },
]
