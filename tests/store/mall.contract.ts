import { expect, it } from 'vitest'
import { people, staff } from '../../bff/scripts/people.ts'
import { newKey } from '../fixtures/acts.ts'
import { outcomeOf } from '../fixtures/desk.ts'
import { changeStock, cup, decideMall, saveItem, switchItem } from '../fixtures/mall-office.ts'
import { joinManager } from '../fixtures/manager.ts'
import { countKinds, times } from './member-acts.ts'
import { type Databases, openPlace } from './place.ts'

/** What the mall's office, its reminders, wishes and staff accounts write, on each database. */
export function mallContract(databases: Databases): void {
  const place = openPlace(databases)

  it('carries out what two people agreed on once, however many approve at a time', async () => {
    const { app } = place
    const other = await place.openAnother()
    const qian = await app.joinStaff(staff.qian.phone)
    const li = await app.joinStaff(staff.li.phone)
    await saveItem(app, qian, cup)
    const asked = await changeStock(app, qian, 200)
    const { request } = asked as unknown as { request: { id: string; payloadHash: string } }
    const answers = await Promise.all(
      times(6, (n) => decideMall(n % 2 ? app : other, li, 'approve', request)),
    )
    expect(countKinds(answers)).toEqual({ MallItemSaved: 1, MallRequestDecided: 5 })
    expect((await app.stores.mallItem.find('cup'))?.stock).toMatchObject({ left: 200 })
  })

  it('keeps one wish, one reminder with each yes counted, and tells of a restock once', async () => {
    const { app } = place
    const other = await place.openAnother()
    const qian = await app.joinStaff(staff.qian.phone)
    const lin = await app.join(people.lin.phone)
    await saveItem(app, qian, cup)
    await switchItem(app, qian, true)
    const ask = (field: string, n: number) =>
      outcomeOf(
        (n % 2 ? app : other).ask,
        `mutation ($key: ID!) { ${field}(key: $key, itemId: "cup") { kind: __typename } }`,
        { key: newKey() },
        lin,
      )
    const wishes = await Promise.all(times(4, (n) => ask('setWish', n)))
    expect(countKinds(wishes)).toEqual({ WishSet: 4 })
    const reminders = await Promise.all(times(4, (n) => ask('remindOfStock', n)))
    expect(countKinds(reminders)).toEqual({ ReminderSet: 4 })
    const [memberId = ''] = (await app.stores.member.page('', 1)).map(({ id }) => id)
    expect(await app.stores.subscription.left(memberId, 'restocked')).toBe(4)
    await changeStock(app, qian, 1)
    const rounds = await Promise.all([app.runJobs(), other.runJobs()])
    expect(rounds.reduce((sum, { restocked }) => sum + restocked, 0)).toBe(1)
    expect(await app.stores.subscription.left(memberId, 'restocked')).toBe(3)
    expect(await app.stores.reminder.isSet('cup', memberId)).toBe(false)
  })

  it('binds one WeChat identity by one code, however many try it at a time', async () => {
    const { app } = place
    const sun = await joinManager(app)
    const invited = await outcomeOf<{ code: string }>(
      app.ask,
      'mutation { inviteStaff(name: "吴", phone: "13800000041", role: STAFF) { ... on StaffInvited { code } } }',
      {},
      sun,
    )
    const answers = await Promise.all(
      times(4, (n) =>
        outcomeOf(
          app.ask,
          `mutation ($code: String!, $wechatCode: String!) {
            bindStaff(code: $code, wechatCode: $wechatCode) { kind: __typename }
          }`,
          { code: invited.code, wechatCode: app.wechat.issueLoginCode(`person-${n}`) },
        ),
      ),
    )
    expect(countKinds(answers)).toEqual({ StaffSignedIn: 1, BindingRefused: 3 })
  })
}
