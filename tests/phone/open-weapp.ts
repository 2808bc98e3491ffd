import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Answers, HostSettings, Question, RequestAnswer } from '../weapp-host/contract.ts'
import type { ServedWeapp } from '../weapp-host/serve-weapp.ts'
import { BAKED_ORIGIN } from './baked-origin.ts'
import { Network } from './network.ts'
import { newPage, pageDriver, phoneContext } from './page-driver.ts'
import type { Phone, PhoneOptions, World } from './phone.ts'
import { sendHttp } from './send-http.ts'

const ORDINARY_FONT_PX = 17
const SCENE_SEARCH = 1001

function settingsFor(options: PhoneOptions, online: boolean): HostSettings {
  const [path = '', search = ''] = (options.path ?? '').split('?')
  return {
    theme: options.theme ?? 'light',
    fontSizeSetting: options.fontSize ?? ORDINARY_FONT_PX,
    online,
    allowedOrigin: BAKED_ORIGIN,
    privacyDeclared: true,
    launch: {
      path: path || null,
      query: Object.fromEntries(new URLSearchParams(search)),
      scene: SCENE_SEARCH,
    },
  }
}

/** Answers what the host asks: the network from the server, the rest from the test's world. */
function answerer(network: Network, bff: string, world: Partial<World>) {
  return async (question: Question): Promise<Answers[Question['kind']]> => {
    if (question.kind === 'request') {
      const url = question.url.replace(BAKED_ORIGIN, bff)
      const send = () => sendHttp(question, url)
      const carried = await network.carry<RequestAnswer>({ url, body: question.body }, send)
      return carried.arrived ? carried.answer : carried
    }
    const missing = () => {
      throw new Error(`The test has no answer to the question "${question.kind}"`)
    }
    if (question.kind === 'login') return (world.signInCode ?? missing)()
    if (question.kind === 'phoneNumber') return (world.phoneNumberCode ?? missing)()
    if (question.kind === 'scan') return (world.scan ?? missing)()
    return (world.subscribe ?? missing)(question.templateIds)
  }
}

/** Opens the built mini-program on a phone of its own: own storage, own network, own world. */
export async function openWeapp(
  browser: Browser,
  served: ServedWeapp,
  options: PhoneOptions,
): Promise<Phone> {
  const network = new Network()
  const context: BrowserContext = await browser.newContext(
    phoneContext(options.width ?? 375, options.theme ?? 'light'),
  )
  let faultsBefore: string[] = []
  let page: Page

  const start = async (path: string | undefined): Promise<Page> => {
    const opened = await newPage(context, options.heldClock)
    const { path: _, ...rest } = options
    const settings = settingsFor(path ? { ...rest, path } : rest, network.isOnline)
    await opened.exposeFunction('askPhone', answerer(network, options.bff, options.world ?? {}))
    await opened.addInitScript((given) => {
      window.hostSettings = given
    }, settings)
    await opened.goto(served.url)
    return opened
  }
  const faultsNow = () => page.evaluate(() => window.weappHost.record.faults)
  page = await start(options.path)

  const phone: Phone = {
    kind: 'weapp',
    get page() {
      return page
    },
    network,
    ...pageDriver(() => page),
    tab: (name) => page.getByRole('tab', { name }).tap(),
    back: () => page.locator('#mp-back').tap(),
    leave: () => page.evaluate(() => window.weappHost.hideApp()),
    comeBack: () => page.evaluate(() => window.weappHost.showApp()),
    async goOffline() {
      network.setOnline(false)
      await page.evaluate(() => window.weappHost.setOnline(false))
    },
    async goOnline() {
      network.setOnline(true)
      await page.evaluate(() => window.weappHost.setOnline(true))
    },
    async setTheme(theme) {
      await page.emulateMedia({ colorScheme: theme })
      await page.evaluate((given) => window.weappHost.setTheme(given), theme)
    },
    async relaunch() {
      faultsBefore = [...faultsBefore, ...(await faultsNow())]
      await page.close()
      page = await start(undefined)
    },
    faults: async () => [...faultsBefore, ...(await faultsNow())],
    record: () => page.evaluate(() => window.weappHost.record),
    close: () => context.close(),
  }
  return phone
}
