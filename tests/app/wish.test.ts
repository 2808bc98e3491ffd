import { expect, it } from 'vitest'
import { groupSteps } from '../../apps/member/src/features/wish/group-steps.ts'

const step = (
  day: string,
  kind: 'CHECK_IN' | 'CLAIM' | 'ARRIVES',
  title: string,
  points: number,
) => ({
  ...{ day: `2026-03-${day}`, kind, title, points },
})

it('tells check-ins on days in a row in one line, and everything else by itself', () => {
  const steps = [
    step('02', 'CHECK_IN', '签到', 2),
    step('03', 'CHECK_IN', '签到', 3),
    step('03', 'CLAIM', '领取「坚持两天」', 10),
    step('04', 'CHECK_IN', '签到', 3),
    step('06', 'CHECK_IN', '签到', 1),
    step('07', 'ARRIVES', '积分到账', 20),
  ]
  expect(groupSteps(steps).map(({ title, detail }) => `${title} | ${detail}`)).toEqual([
    '每天签到 | 3月2日 – 3月4日 · +8积分',
    '领取「坚持两天」 | 3月3日 · +10积分',
    '签到 | 3月6日 · +1积分',
    '积分到账 | 3月7日 · +20积分',
  ])
})
