import type { Leaderboard, Rule } from './program.ts'

/** Who is ahead this week and this month (L1, L2). */
export const defaultLeaderboards: readonly Leaderboard[] = [
  {
    id: 'activity',
    name: '活跃榜',
    summary: '本周签到、阅读、评论和逛店获得的成长值',
    sources: ['L1'],
    season: 'week',
    measure: {
      kind: 'earned',
      unit: 'growth',
      on: ['checked-in', 'article-read', 'commented', 'store-visited'],
    },
    settleAfterDays: 0,
    leagues: { size: 30, up: 7, down: 7, divisions: ['溪流组', '江河组', '湖海组'] },
  },
  {
    id: 'growth',
    name: '成长榜',
    summary: '本周获得的全部成长值',
    sources: ['L2'],
    season: 'week',
    measure: { kind: 'earned', unit: 'growth' },
    settleAfterDays: 0,
  },
  {
    id: 'contribution',
    name: '贡献榜',
    summary: '本月写评价、获赞和分享带来的成长值',
    sources: ['L1', 'L3', 'L4'],
    season: 'month',
    measure: {
      kind: 'earned',
      unit: 'growth',
      on: ['review-written', 'like-received', 'shared-product-bought'],
    },
    settleAfterDays: 0,
  },
  {
    id: 'spend',
    name: '消费榜',
    summary: '本月实付金额，退款会扣除',
    sources: ['L1'],
    season: 'month',
    measure: { kind: 'spend' },
    settleAfterDays: 7,
  },
]

/** What a season's end brings: something to spend, and something to show (L3, L4). */
export const leaderboardRules: readonly Rule[] = [
  {
    id: 'season-top-ten',
    name: '榜单前十名',
    sources: ['L3'],
    on: ['season-closed'],
    where: { maxRank: 10 },
    grant: { points: { fixed: 20 } },
  },
  {
    id: 'season-promoted',
    name: '小组晋级',
    sources: ['L3'],
    on: ['season-closed'],
    where: { promoted: true },
    grant: { points: { fixed: 10 } },
  },
  {
    id: 'season-first',
    name: '登上榜首',
    sources: ['L3', 'B1'],
    on: ['season-closed'],
    where: { maxRank: 1 },
    period: 'ever',
    grant: { badgeId: 'front-runner' },
  },
  {
    id: 'season-contributor',
    name: '贡献榜前三名',
    sources: ['L3', 'L4', 'B1'],
    on: ['season-closed'],
    where: { boardIds: ['contribution'], maxRank: 3 },
    period: 'ever',
    grant: { badgeId: 'contributor' },
  },
]
