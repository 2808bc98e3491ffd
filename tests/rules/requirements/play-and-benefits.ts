import { expect } from 'vitest'
import type { ReportedFact } from '../../../bff/src/fact.ts'
import { defaultProgram } from '../../../bff/src/program/default.ts'
import { usedOf } from '../../../bff/src/settle/limits.ts'
import { given, live, onlyRules, order, paid } from '../life.ts'
import type { Shown } from './shown.ts'

const { rules, badges, benefits, coupons, tiers } = defaultProgram
const day = '2026-03-02'
const set = (name: string) => rules.filter(({ task }) => task?.set === name)
const namesOf = (rows: readonly { name: string }[]) => rows.map(({ name }) => name)
const from = (id: string) => benefits.filter(({ sources }) => sources.includes(id))
const checkIn = (on: string): ReportedFact => ({ kind: 'checked-in', key: `check-in:${on}` })
const heldAfter = (body: typeof defaultProgram, ...facts: ReportedFact[]): string[] => {
  const life = live({ body })
  life.on(day, ...facts)
  return life.state.badges.map(({ badgeId }) => badgeId)
}

export const playAndBenefits: readonly Shown[] = [
  [
    'K1',
    'there are tasks of the day and of the week',
    () => {
      expect(set('daily').map(({ period }) => period)).toEqual(['day', 'day'])
      expect(set('weekly').map(({ period }) => period)).toEqual(['week', 'week'])
    },
  ],
  [
    'K2',
    'a newcomer has thirty days for three tasks and the pack behind them',
    () => {
      const ids = ['new-birthday', 'new-check-in', 'new-order', 'new-pack']
      expect(set('newcomer').map(({ id }) => id)).toEqual(ids)
      expect(set('newcomer').every(({ task }) => task?.openDays === 30)).toBe(true)
    },
  ],
  [
    'K3',
    'a path in the brand’s tone goes from stage to stage',
    () => {
      expect(namesOf(set('path'))).toEqual([
        '出发：走进一家门店',
        '品尝：尝一款新品',
        '记录：写下3篇评价',
      ])
      expect(set('path').map(({ task }) => task?.after)).toEqual([
        undefined,
        ['explore-1'],
        ['explore-2'],
      ])
    },
  ],
  [
    'K4',
    'a challenge gets harder stage by stage, and its summit gives a badge',
    () => {
      const climb = set('challenge').filter(({ task }) => task?.groupId === 'climb')
      expect(climb.map(({ grant }) => grant.points)).toEqual([
        { fixed: 30 },
        { fixed: 80 },
        { fixed: 200 },
      ])
      const summit: ReportedFact[] = Array.from({ length: 3 }, (_, i) =>
        paid(order(`a${i}`, [100])),
      )
      const more = Array.from({ length: 5 }, (_, i) => paid(order(`b${i}`, [100])))
      const join: ReportedFact = { kind: 'task-joined', key: 'join', ruleId: 'climb-1' }
      const body = onlyRules('climb-1', 'climb-2', 'climb-3', 'climber-badge')
      expect(heldAfter(body, join, ...summit, ...more)).toEqual([])
      const all = [join, ...summit, ...more, paid(order('c', [60_000]))]
      expect(heldAfter(body, ...all)).toEqual(['climber'])
    },
  ],
  [
    'K5',
    'a task of ten check-ins or ¥100 keeps a tier in grace',
    () => {
      const life = live({ body: onlyRules('keep-order') })
      life.on(day, given(800, 'growth'))
      life.until('2026-07-01')
      life.on('2026-07-02', paid(order('1', [10_000], { paidOn: '2026-07-02' })))
      expect(life.state.tierGrants.at(-1)).toMatchObject({ tierId: 'branch', reason: 'earned' })
    },
  ],
  [
    'K7',
    'the more days of a month are active, the richer the coupon',
    () => {
      const rungs = coupons.filter(({ sources }) => sources.includes('K7'))
      expect(rungs.map(({ worth }) => worth)).toEqual([200, 400, 800].map((offFen) => ({ offFen })))
      const active = set('challenge').filter(({ task }) => task?.groupId === 'active-month')
      expect(active.map(({ target }) => target)).toEqual([5, 12, 20])
    },
  ],
  [
    'B1',
    'badges come in families, and rare ones open benefits',
    () => {
      expect([...new Set(badges.map(({ family }) => family))]).toEqual([
        '相遇',
        '坚持',
        '同行',
        '探索',
        '分享',
      ])
      const opening = badges.filter(({ benefitIds }) => benefitIds)
      expect(opening.map(({ id }) => id)).toEqual(['hundred-days', 'ten-thousand', 'climber'])
    },
  ],
  [
    'B2',
    'the first purchase, thirty days in a row and ¥10,000 in all are milestones',
    () => {
      const body = onlyRules('first-order', 'ten-thousand')
      expect(heldAfter(body, paid(order('1', [100])))).toEqual(['first-order'])
      expect(heldAfter(body, paid(order('1', [1_000_000])))).toEqual([
        'first-order',
        'ten-thousand',
      ])
      expect(rules.find(({ id }) => id === 'thirty-days')?.where).toEqual({ minStreakDays: 30 })
    },
  ],
  [
    'B3',
    'who reached the summit wears a frame of leaves',
    () => {
      const climber = badges.find(({ id }) => id === 'climber')
      expect(climber?.benefitIds).toEqual(['leaf-frame'])
      expect(namesOf(from('B3'))).toEqual(['青叶头像框'])
    },
  ],
  [
    'E1',
    'there are benefits of price, of service, of birthdays and of a person of one’s own',
    () =>
      expect(namesOf(from('E1'))).toEqual(
        expect.arrayContaining(['会员价', '优先服务', '生日礼', '专属顾问']),
      ),
  ],
  [
    'E2',
    'precedence costs little: it begins with the second tier',
    () => {
      expect(namesOf(from('E2'))).toEqual(['优先服务', '新品先享', '免费升杯'])
      const [sprout, branch] = tiers
      for (const { id } of from('E2')) {
        expect(sprout?.benefitIds).not.toContain(id)
        expect(branch?.benefitIds).toContain(id)
      }
    },
  ],
  [
    'E3',
    'the first of each month brings a pack of coupons by itself',
    () => {
      const life = live({ body: onlyRules('monthly-pack') })
      life.until('2026-04-30')
      expect(life.coupons.map(({ couponId, issuedOn }) => [couponId, issuedOn])).toEqual([
        ['monthly-3', '2026-04-01'],
      ])
    },
  ],
  [
    'E4',
    'a first order has ¥5 off and brings 50 points',
    () => {
      const life = live({ body: onlyRules('new-welcome', 'new-order') })
      life.on(day, { kind: 'joined', key: 'joined' }, paid(order('1', [1_500])))
      expect(life.coupons.map(({ couponId }) => couponId)).toEqual(['welcome-5'])
      expect(life.state.points).toBe(50)
    },
  ],
  [
    'E5',
    'the newcomer’s pack opens the second tier for seven days',
    () => {
      const pack = rules.find(({ id }) => id === 'new-pack')
      expect(pack?.grant.trial).toEqual({ tierId: 'branch', days: 7 })
    },
  ],
  [
    'E6',
    'the joining offer ends after seven days, and there is one for each member',
    () => {
      const life = live({ body: onlyRules('new-welcome') })
      life.on('2026-03-02', { kind: 'joined', key: 'joined' })
      expect(life.coupons).toMatchObject([{ issuedOn: '2026-03-02', expiresOn: '2026-03-08' }])
      expect(coupons.find(({ id }) => id === 'welcome-5')).toMatchObject({ perMemberMax: 1 })
    },
  ],
  [
    'E7',
    'each use of a benefit is kept and counted, so that its rate can be told',
    () => {
      const life = live()
      const use: ReportedFact = { kind: 'benefit-used', key: 'use:1', benefitId: 'free-upsize' }
      const { changes } = life.on(day, use)
      expect(changes).toContainEqual(expect.objectContaining({ kind: 'fact' }))
      const run = { state: life.state, day, terms: defaultProgram }
      expect(usedOf(run, 'benefit:free-upsize', 'month')).toBe(1)
    },
  ],
  [
    'E9',
    'what a benefit or a coupon can cost is bounded',
    () => {
      for (const { allowance } of from('E9')) expect(allowance?.times).toBeLessThanOrEqual(2)
      for (const { worth, costFen } of coupons)
        expect(costFen).toBe('offFen' in worth ? worth.offFen : 'payBp' in worth ? 1_000 : costFen)
      expect(coupons.every(({ costFen }) => costFen > 0 && costFen <= 1_200)).toBe(true)
    },
  ],
  [
    'K1 C5',
    'a weekly task of five check-ins brings a make-up card',
    () => {
      const life = live({ body: onlyRules('weekly-check-in') })
      for (const n of [2, 3, 4, 5, 6]) life.on(`2026-03-0${n}`, checkIn(`2026-03-0${n}`))
      life.on('2026-03-06', { kind: 'task-claimed', key: 'claim', ruleId: 'weekly-check-in' })
      expect([life.state.points, life.state.streak.makeUps]).toEqual([10, 1])
    },
  ],
]
