import { openStreets } from './open-phone.ts'
import { signIn } from './sign-in.ts'

const lin = { name: 'lin', phone: '13800000001' }
async function main() {
  const streets = await openStreets()
  const street = await streets.openStreet()
  const phone = await street.open('weapp', lin)
  let seen = 0
  const say = async (what: string) => {
    await phone.page.waitForTimeout(900)
    const r = (await phone.record())!
    console.log(
      what.padEnd(22),
      r.setData
        .slice(seen)
        .map((s) => `${s.bytes}${s.hidden ? 'H' : ''}`)
        .join(' '),
    )
    seen = r.setData.length
  }
  await phone.find('join')
  await say('guest home')
  console.log(
    (await phone.record())!.calls
      .filter((c) => c.sync)
      .map((c) => c.name + (c.about ? ':' + c.about : ''))
      .join(' '),
  )
  await phone.tap('join')
  await say('tap join')
  await phone.tap('agree')
  await say('tap agree')
  await phone.tap('sign-in')
  await phone.find('check-in')
  await say('sign in')
  await phone.relaunch()
  seen = 0
  await phone.find('check-in')
  await say('member home')
  await phone.tap('check-in')
  await phone.see('已连续签到1天')
  await say('check in')
  await phone.tap('calendar')
  await phone.find('day-2026-03-02')
  await say('calendar')
  await phone.back()
  await say('back')
  await phone.tap('points-given')
  await phone.find('receipt')
  await say('receipt')
  await phone.back()
  await say('back')
  await phone.tab('我的')
  await phone.find('to-entries')
  await say('me')
  await phone.tap('to-entries')
  await phone.find('entries')
  await say('entries')
  await phone.tap('filter-points')
  await say('filter')
  await phone.back()
  await say('back')
  await phone.tab('任务')
  await say('tasks')
  await phone.tab('商城')
  await say('mall')
  await phone.tab('会员码')
  await say('member code')
  await phone.tab('首页')
  await say('home again')
  console.log(await phone.faults())
  console.log(
    'api',
    JSON.stringify(
      (await phone.record())!.calls.reduce((a: Record<string, number>, c) => {
        const k = c.name + (c.about ? ':' + c.about : '')
        a[k] = (a[k] ?? 0) + 1
        return a
      }, {}),
    ),
  )
  const h5 = await street.open('h5', lin)
  await h5.find('join')
  await street.close()
  await streets.close()
}
main()
