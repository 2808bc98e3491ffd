import { expect, it } from 'vitest'
import { people, staff } from '../../bff/scripts/people.ts'
import { answered, checkIn, checkInToday, lookUp, showMemberCode } from '../fixtures/acts.ts'
import { noon, openApp } from '../fixtures/open-app.ts'
import { yearLongSessions } from '../fixtures/programs.ts'
import { codeOn, requestPhoneCode, signInWithPhone } from '../fixtures/sign-in.ts'

const DAY_MS = 86_400_000

it('Lin joins, checks in for a week, misses a day, and is known at the counter', async () => {
  const app = await openApp({ day: '2026-03-02' })
  const { phone } = people.lin

  // A guest reads what the programme is before anybody asks who they are.
  const welcome = '{ me { id } program { brand checkInLadder { points } } }'
  expect(answered(await app.ask(welcome))).toEqual({
    me: null,
    program: {
      brand: '长青会员',
      checkInLadder: [2, 2, 3, 3, 4, 4, 10].map((points) => ({ points })),
    },
  })

  // Nobody becomes a member without having accepted the notice.
  await requestPhoneCode(app, phone)
  const code = codeOn(app.sms, phone)
  expect((await signInWithPhone(app, { phone, code })).kind).toBe('ConsentNeeded')
  const joined = await signInWithPhone(app, { phone, code, acceptedPrivacyVersion: 1 })
  expect(joined).toMatchObject({ kind: 'SignedIn', joined: true })
  const lin = joined.token

  // Seven days in a row: the ladder is climbed, and its last step brings a freeze.
  const week: (string | number)[][] = []
  for (let i = 0; i < 7; i++) {
    app.clock.at = noon('2026-03-02') + i * DAY_MS
    const made = await checkIn(app, lin)
    week.push([made.day, made.streakDays, made.points, made.freezeEarned ? 'a freeze' : ''])
  }
  expect(week).toEqual([
    ['2026-03-02', 1, 2, ''],
    ['2026-03-03', 2, 2, ''],
    ['2026-03-04', 3, 3, ''],
    ['2026-03-05', 4, 3, ''],
    ['2026-03-06', 5, 4, ''],
    ['2026-03-07', 6, 4, ''],
    ['2026-03-08', 7, 10, 'a freeze'],
  ])

  // The ninth is missed. On the tenth the freeze has kept the streak, and is gone. Five days of the
  // week before were a task whose ten points nobody took: they are handed over now.
  app.clock.at = noon('2026-03-10')
  expect(await checkInToday(app, lin)).toMatchObject({ streakDays: 7, freezes: 1 })
  expect(await checkIn(app, lin)).toMatchObject({ streakDays: 8, points: 12, freezesUsed: 1 })
  const standing = `{ me {
    points growth tier { name } growthToNextTier
    checkIn { streakDays freezes }
    checkInMonth(month: "2026-03") { days { day kind } }
  } }`
  expect(answered(await app.ask(standing, {}, lin))).toEqual({
    me: {
      points: 40,
      growth: 40,
      tier: { name: '新芽' },
      growthToNextTier: 460,
      checkIn: { streakDays: 8, freezes: 0 },
      checkInMonth: {
        days: [
          { day: '2026-03-02', kind: 'CHECKED_IN' },
          { day: '2026-03-03', kind: 'CHECKED_IN' },
          { day: '2026-03-04', kind: 'CHECKED_IN' },
          { day: '2026-03-05', kind: 'CHECKED_IN' },
          { day: '2026-03-06', kind: 'CHECKED_IN' },
          { day: '2026-03-07', kind: 'CHECKED_IN' },
          { day: '2026-03-08', kind: 'CHECKED_IN' },
          { day: '2026-03-09', kind: 'FROZEN' },
          { day: '2026-03-10', kind: 'CHECKED_IN' },
        ],
      },
    },
  })

  // Why did the seventh day give ten points?
  const why = '{ me { entry(id: "13") { amount expiresOn why { sentence } } } }'
  expect(answered(await app.ask(why, {}, lin))).toEqual({
    me: {
      entry: {
        amount: 10,
        expiresOn: '2027-03-31',
        why: { sentence: '签到阶梯第7天 +10，共 10 积分' },
      },
    },
  })

  // At the counter: Zhao scans once, sees the card, and Lin sees that.
  const zhao = await app.joinStaff(staff.zhao.phone)
  const { token } = await showMemberCode(app, lin)
  expect((await lookUp(app, zhao, token)).card).toMatchObject({
    maskedName: '会**',
    tier: { name: '新芽' },
    streakDays: 8,
    hint: { text: '已连续签到8天，可以夸一夸' },
  })
  expect((await lookUp(app, zhao, token)).kind).toBe('CodeUsed')
  const records = '{ me { lookUps { edges { node { at staffName shopName how } } } } }'
  expect(answered(await app.ask(records, {}, lin))).toEqual({
    me: {
      lookUps: {
        edges: [
          {
            node: {
              at: app.clock.at,
              staffName: '赵店员',
              shopName: '永康路店',
              how: 'QR',
            },
          },
        ],
      },
    },
  })

  expect((await app.ask('mutation { signOut { at } }', {}, lin)).status).toBe(200)
  expect((await app.ask(standing, {}, lin)).status).toBe(401)
  expect(app.errors).toEqual([])
})

it('Wang checks in for the hundredth time and is served as a 青枝', {
  timeout: 30_000,
}, async () => {
  const app = await openApp({ day: '2026-01-01', program: yearLongSessions })
  const { phone, checkInDays } = people.wang
  const wang = await app.join(phone)
  for (let i = 0; i < checkInDays; i++) {
    expect((await checkIn(app, wang)).tierReached).toBeNull()
    app.clock.at += DAY_MS
  }
  const before =
    '{ me { growth tier { name } growthToNextTier } checkedIn: me { checkIn { day } } }'
  expect(answered(await app.ask(before, {}, wang))).toEqual({
    me: { growth: 495, tier: { name: '新芽' }, growthToNextTier: 5 },
    checkedIn: { checkIn: { day: '2026-04-10' } },
  })
  const zhao = await app.joinStaff(staff.zhao.phone)
  const nearly = await lookUp(app, zhao, (await showMemberCode(app, wang)).shortCode)
  expect(nearly.card?.hint.text).toBe('再得 5 成长值即可升级为青枝')

  expect(await checkIn(app, wang)).toMatchObject({
    streakDays: 100,
    growth: 5,
    tierReached: { name: '青枝' },
  })
  const there = await lookUp(app, zhao, (await showMemberCode(app, wang)).shortCode)
  expect(there.card).toMatchObject({
    tier: { name: '青枝' },
    benefits: [
      { name: '会员价' },
      { name: '生日礼' },
      { name: '每月券包' },
      { name: '优先服务' },
      { name: '新品先享' },
      { name: '免费升杯' },
    ],
  })
  expect(app.errors).toEqual([])
})
