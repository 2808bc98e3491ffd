import { businessDay } from '@evergreen/shared/day.ts'
import { expect } from 'vitest'
import { boardsOn } from '../../bff/src/leaderboard/season.ts'
import { openBook } from '../../bff/src/program/book.ts'
import { givePoints, putOnShelf } from '../fixtures/mall.ts'
import { hireManager } from '../fixtures/manager.ts'
import type { Street } from './open-phone.ts'
import type { Phone, PhoneKind, PhoneOptions } from './phone.ts'
import { onlyMemberOf, signIn } from './sign-in.ts'
import { walkAsStaff } from './staff-screens.ts'
import { lin } from './stories.ts'

export type Look = (phone: Phone, screen: string) => Promise<void>
type Setting = Pick<PhoneOptions, 'theme' | 'fontSize' | 'width'>

/** Goes through every screen of a member and of staff, and looks at each one. */
export async function walkThrough(
  street: Street,
  kind: PhoneKind,
  setting: Setting,
  look: Look,
): Promise<void> {
  const phone = await street.open(kind, lin, setting)
  const digits = await walkAsMember(phone, street, look)
  const sun = await hireManager(street.app)
  const counter = await street.open(kind, sun, setting)
  await walkAsStaff(counter, street, sun, digits, look)
  // The countdown of the code is left just after one of its seconds, not in the middle of one.
  const left = await phone.text('code-left')
  await expect.poll(() => phone.text('code-left')).not.toBe(left)
  await phone.tab('我的')
  await phone.tap('to-look-ups')
  await phone.see('孙店长')
  await look(phone, 'look-ups')
}

/** From guest to member; answers with the digits of a member code that can be looked up. */
async function walkAsMember(phone: Phone, street: Street, look: Look): Promise<string> {
  await phone.see('等级与权益')
  await look(phone, 'guest-home')
  await phone.tap('join')
  await phone.find('sign-in')
  await look(phone, 'sign-in')
  await phone.tap('close-sheet')
  await signIn(phone, street.app, lin)
  await look(phone, 'home')
  await phone.tap('check-in')
  await phone.find('check-in-result')
  await look(phone, 'checked-in')
  await phone.tap('calendar')
  await phone.find('milestone-left')
  await look(phone, 'calendar')
  await phone.back()
  await phone.tap('points-given')
  await phone.find('receipt')
  await look(phone, 'receipt')
  await phone.back()
  await phone.tab('任务')
  await phone.find('tasks')
  await look(phone, 'tasks')
  await walkThroughTheMall(phone, street, look)
  await phone.tab('我的')
  await phone.find('to-entries')
  await look(phone, 'me')
  await phone.tap('to-tiers')
  await phone.find('tier-history')
  await look(phone, 'tiers')
  await phone.back()
  await phone.tap('to-points')
  await phone.find('schedule')
  await look(phone, 'points')
  await phone.back()
  await phone.tap('to-birthday')
  await phone.find('birthday-entry')
  await look(phone, 'birthday')
  await phone.back()
  await walkToTheBoards(phone, street, look)
  await phone.tap('to-entries')
  await phone.find('entries')
  await look(phone, 'entries')
  await phone.back()
  await phone.tap('to-consents')
  await phone.find('consent-MARKETING')
  await look(phone, 'consents')
  await phone.back()
  await phone.tap('to-closure')
  await phone.find('leave')
  await look(phone, 'closure')
  await phone.back()
  await phone.tab('会员码')
  await phone.find('short-code')
  await look(phone, 'member-code')
  return (await phone.text('short-code')).replaceAll(' ', '')
}

/** What is asked before others see somebody, and the board with them on it. */
async function walkToTheBoards(phone: Phone, { app }: Street, look: Look): Promise<void> {
  const [week] = boardsOn(businessDay(app.clock.at), await bookOf(app))
  for (const [i, alias] of ['山茶', '阿树', '一盏', '白露', '松风', '小满', '青团'].entries()) {
    const memberId = `other-${i}`
    const score = [48, 31, 31, 12, 4, 3, 1][i] ?? 1
    await app.stores.commit([
      { kind: 'board-joined', member: { memberId, alias, since: 0 } },
      { kind: 'score-set', memberId, board: week?.key ?? '', score, at: app.clock.at },
    ])
  }
  await phone.tap('to-leaderboard')
  await phone.tap('join-boards')
  await phone.find('confirm-join')
  await look(phone, 'join-boards')
  await phone.tap('confirm-join')
  await phone.find('my-rank')
  await look(phone, 'leaderboard')
  await phone.back()
}

const bookOf = async ({ stores, clock }: Street['app']) =>
  openBook(await stores.program.versions(clock.at), clock.at)

/** From the shelf to the voucher, and to what was redeemed. */
async function walkThroughTheMall(phone: Phone, street: Street, look: Look): Promise<void> {
  await fillShelf(street)
  await phone.tab('商城')
  await phone.find('item-mug')
  await look(phone, 'mall')
  await phone.tap('item-mug')
  await phone.find('redeem-item')
  await look(phone, 'mall-item')
  await phone.back()
  await phone.tap('item-bag')
  await phone.tap('pin')
  await phone.tap('to-wish')
  await phone.find('plan')
  await look(phone, 'wish')
  await phone.back()
  await phone.find('redeem-item')
  await phone.back()
  await phone.tap('item-mug')
  await phone.tap('redeem-item')
  await phone.find('confirm-redeem')
  await look(phone, 'redeem')
  await phone.tap('confirm-redeem')
  await phone.find('voucher-code')
  await look(phone, 'redemption')
  await phone.back()
  await phone.find('item-mug')
  await phone.tap('to-redemptions')
  await phone.find('redemptions')
  await look(phone, 'redemptions')
  await phone.back()
  await phone.tap('to-coupons')
  await phone.tapText('新人立减5元')
  await phone.find('coupon-code')
  await look(phone, 'coupon')
  await phone.tap('close-sheet')
  await look(phone, 'coupons')
  await phone.back()
}

/** One of each way an item can stand. */
async function fillShelf({ app }: Street): Promise<void> {
  await givePoints(app, await onlyMemberOf(app), 120)
  await putOnShelf(app, { tierPrices: [{ tierId: 'sprout', points: 45, cashFen: 0 }] }, 40)
  const rows = [
    { id: 'tea', name: '岩韵乌龙一杯', kind: 'drink', price: { points: 60, cashFen: 900 } },
    { id: 'box', name: '四时茶礼盒，四款时令茶各五十克', price: { points: 1_200, cashFen: 0 } },
    { id: 'seat', name: '春茶品鉴会席位', kind: 'experience', fromTierId: 'evergreen' },
    { id: 'bag', name: '茶席帆布袋', price: { points: 150, cashFen: 0 } },
    { id: 'soon', name: '叶脉帆布袋', opensAt: app.clock.at + 7 * 86_400_000 },
  ] as const
  for (const row of rows) await putOnShelf(app, { category: '茶与器', ...row }, 3)
  await putOnShelf(app, { id: 'spoon', name: '竹节茶则', category: '茶与器' }, 0)
}
