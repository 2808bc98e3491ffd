import { beforeEach, describe, expect, it } from 'vitest'
import { people } from '../../bff/scripts/people.ts'
import { answered, checkIn } from '../fixtures/acts.ts'
import { noon, type OpenedApp, openApp } from '../fixtures/open-app.ts'
import { yearLongSessions } from '../fixtures/programs.ts'
import { buy, report } from '../fixtures/report.ts'
import { memberIdOf } from '../store/member-acts.ts'

interface WhyNot {
  ruleId: string
  ruleName: string
  points: number
  growth: number
  reasons: string[]
}

const WHY_NOT = `query ($ruleId: ID, $factKey: ID) { me {
  whyNot(ruleId: $ruleId, factKey: $factKey) { ruleId ruleName points growth reasons }
} }`

let app: OpenedApp
let lin: string
let linId: string

const whyNot = async (args: { ruleId?: string; factKey?: string }, token = lin) =>
  answered(await app.ask<{ me: { whyNot: WhyNot[] | null } }>(WHY_NOT, args, token)).me.whyNot
const reasons = async (ruleId: string, factKey?: string) =>
  (await whyNot({ ruleId, ...(factKey && { factKey }) }))?.[0]?.reasons

const on = (day: string) => {
  app.clock.at = noon(day)
}
const happen = async (
  kind: 'like-received' | 'review-written' | 'article-read' | 'friend-grew',
  count: number,
  amount?: number,
) => {
  for (let i = 1; i <= count; i++) {
    app.clock.at += 1_000
    await report(app, linId, {
      kind,
      key: `${kind}:${i}`,
      ...(amount !== undefined && { amount }),
    })
  }
}

beforeEach(async () => {
  app = await openApp({ day: '2026-03-02', program: yearLongSessions })
  lin = await app.join(people.lin.phone)
  linId = await memberIdOf(app, lin)
})

describe('why a rule did not give all for what happened', () => {
  it('names the day that it was not', async () => {
    await checkIn(app, lin)
    const order = await buy(app, linId, 2_000)
    expect(await reasons('super-day', 'check-in:2026-03-02')).toEqual(['不是每月15日'])
    expect(await reasons('member-day', order)).toEqual(['不是每月18日'])
    expect(await reasons('birthday-month', order)).toEqual(['不是生日当月，或还没有填写生日'])
    expect(await reasons('spring-festival', order)).toEqual(['2月5日才开始'])
  })

  it('names the streak of that day, not of today', async () => {
    for (const day of ['2026-03-02', '2026-03-03', '2026-03-04']) {
      on(day)
      await checkIn(app, lin)
    }
    expect(await reasons('seven-days', 'check-in:2026-03-03')).toEqual(['连续签到还没到7天'])
    expect(await reasons('streak-freeze', 'check-in:2026-03-03')).toEqual([
      '连续签到的天数不是7的倍数',
    ])
  })

  it('names what of an order does not count', async () => {
    const order = await buy(app, linId, 0, {
      lines: [
        { lineId: '1', name: '拿铁', category: 'drink', quantity: 1, netFen: 3_000 },
        { lineId: '2', name: '礼品卡100元', category: 'gift-card', quantity: 1, netFen: 10_000 },
      ],
      notEarningFen: 1_000,
    })
    expect(await whyNot({ ruleId: 'purchase-in-shop', factKey: order })).toEqual([
      {
        ruleId: 'purchase-in-shop',
        ruleName: '到店消费',
        points: 20,
        growth: 20,
        reasons: ['「礼品卡100元」不计入', '礼品卡或积分支付的¥10不计入'],
      },
    ])
    expect(await reasons('purchase-online', order)).toContain('不是线上消费')
  })

  it('names the limit that was used up, with its figure', async () => {
    await happen('like-received', 11)
    expect(await whyNot({ ruleId: 'like-received', factKey: 'like-received:10' })).toMatchObject([
      { growth: 5, reasons: [] },
    ])
    expect(await whyNot({ ruleId: 'like-received', factKey: 'like-received:11' })).toMatchObject([
      { growth: 0, reasons: ['每日最多10次，已用完'] },
    ])
  })

  it('names the part that was cut', async () => {
    await happen('friend-grew', 2, 3_000)
    expect(await whyNot({ ruleId: 'friend-grew', factKey: 'friend-grew:2' })).toMatchObject([
      { growth: 50, reasons: ['每月最多200成长值，已用完：应得150，计50'] },
    ])
  })

  it('names the rule’s own fact when asked about another', async () => {
    await happen('article-read', 1)
    expect(await reasons('check-in', 'article-read:1')).toEqual(['看的是签到，不是阅读文章'])
  })

  it('names what has to come first, and what is missing to the target', async () => {
    await happen('review-written', 2)
    expect(await reasons('explore-3', 'review-written:1')).toEqual([
      '先要完成「品尝：尝一款新品」',
      '进度0，目标3',
    ])
    expect(await reasons('storyteller', 'review-written:1')).toEqual(['进度2，目标20'])
  })

  it('says that the one time of a period was before', async () => {
    const first = await buy(app, linId, 2_000)
    app.clock.at += 60_000
    const second = await buy(app, linId, 2_000)
    expect(await reasons('new-order', first)).toEqual([])
    expect(await reasons('new-order', second)).toEqual(['只给一次，已经给过'])
  })

  it('tells the tier of that day', async () => {
    const order = await buy(app, linId, 2_000)
    await report(app, linId, {
      kind: 'adjusted',
      unit: 'growth',
      amount: 600,
      reason: '补记',
      key: 'growth-1',
    })
    expect(await reasons('keep-order', order)).toContain('不在保级期')
  })

  it('asks every rule when none is named, and leaves out those that gave all', async () => {
    await happen('article-read', 4)
    expect(await whyNot({ factKey: 'article-read:1' })).toEqual([])
    expect((await whyNot({ factKey: 'article-read:4' }))?.map(({ ruleId }) => ruleId)).toEqual([
      'article-read',
      'daily-read',
    ])
  })
})

describe('why a rule would not give all for what comes next', () => {
  it('names what does not hold now', async () => {
    expect(await reasons('super-day')).toEqual(['不是每月15日'])
    expect(await reasons('seven-days')).toEqual(['连续签到还没到7天'])
    expect(await reasons('climb-1')).toEqual(['还没有参加这个任务', '进度0，目标3'])
    expect(await reasons('monthly-pack-branch')).toEqual(['等级不是青枝'])
    expect(await reasons('keep-order')).toEqual(['不在保级期', '进度¥0，目标¥100'])
  })

  it('takes the next check-in for tomorrow’s once today’s is made', async () => {
    on('2026-03-14')
    expect(await reasons('super-day')).toEqual(['不是每月15日'])
    await checkIn(app, lin)
    expect(await reasons('super-day')).toEqual([])
    on('2026-03-16')
    expect(await reasons('streak-freeze')).toEqual(['连续签到的天数不是7的倍数'])
  })

  it('names the limit that is used up until tomorrow', async () => {
    await happen('like-received', 10)
    expect(await reasons('like-received')).toEqual(['每日最多10次，已用完'])
    on('2026-03-03')
    expect(await reasons('like-received')).toEqual([])
  })

  it('asks nothing that only the fact itself can tell', async () => {
    expect(await reasons('purchase-online')).toEqual([])
    expect(await reasons('new-order')).toEqual([])
  })

  it('says that a task is over', async () => {
    on('2026-04-01')
    expect(await reasons('new-order')).toEqual(['任务已结束'])
  })
})

describe('a question why not', () => {
  it.each([
    ['a rule that is none', { ruleId: 'no-rule' }],
    ['a fact that is none', { factKey: 'check-in:2026-01-01' }],
    ['no rule about a fact', { ruleId: 'no-rule', factKey: 'joined' }],
  ])('about %s has no answer', async (_, args) => {
    expect(await whyNot(args)).toBeNull()
  })

  it('about another member’s fact has no answer', async () => {
    const order = await buy(app, linId, 2_000)
    const wang = await app.join(people.wang.phone)
    expect(await whyNot({ ruleId: 'purchase-in-shop', factKey: order }, wang)).toBeNull()
  })
})
