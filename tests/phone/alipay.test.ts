import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type ServedWeapp, serveWeapp } from '../weapp-host/serve-weapp.ts'
import { outputOf } from './open-phone.ts'
import { openWeapp } from './open-weapp.ts'
import { lastCode } from './sign-in.ts'
import { eachOnItsOwnStreet, lin } from './stories.ts'

const here = eachOnItsOwnStreet()
let served: ServedWeapp
beforeAll(async () => {
  served = await serveWeapp(outputOf('alipay'))
})
afterAll(() => served.close())

const open = (browser: Browser) => openWeapp(browser, served, { bff: here.street.bff })

it('the build for Alipay starts, shows home, and signs a member in who then checks in', async () => {
  const phone = await open(here.street.browser)
  await phone.see('等级与权益')
  await phone.tap('join')
  await phone.tap('agree')
  await phone.type('phone', lin.phone)
  await phone.tap('send-code')
  await phone.see('秒后重发')
  await phone.type('code', lastCode(here.street.app, lin.phone))
  await phone.tap('sign-in')
  await phone.tap('check-in')
  await phone.see('已连续签到1天')
  expect(await phone.faults()).toEqual([])
  await phone.close()
})
