import type { Browser, Page, Route } from 'playwright-core'
import { Network } from './network.ts'
import { newPage, pageDriver, phoneContext } from './page-driver.ts'
import type { Phone, PhoneOptions } from './phone.ts'

/** Errors of a browser page: exceptions, console errors. Requests that were cut are no errors. */
function watchFaults(page: Page, faults: string[]): void {
  page.on('pageerror', (error) => faults.push(error.stack ?? error.message))
  page.on('console', (message) => {
    const text = message.text()
    const isCut = text.includes('net::ERR_') && message.location().url.endsWith('/graphql')
    if (message.type() === 'error' && !isCut) faults.push(`console.error: ${text}`)
  })
}

const ORDINARY_ROOT_PER_FONT = 16 / 17

/** What the browser's own font size setting does: it changes the size of the root. */
function setRootFont(sizePx: number): void {
  document.addEventListener('readystatechange', () => {
    document.documentElement.style.fontSize = `${sizePx}px`
  })
}

async function carryRoute(route: Route, network: Network): Promise<void> {
  const request = route.request()
  const carried = await network.carry(
    { url: request.url(), body: request.postData() },
    async () => {
      const answer = await route.fetch()
      return { answer, bytes: (await answer.body()).length }
    },
  )
  if (carried.arrived) await route.fulfill({ response: carried.answer })
  else await route.abort(network.isOnline ? 'connectionreset' : 'internetdisconnected')
}

/** Opens the built H5 app, which the server under test serves itself, in a browser of its own. */
export async function openH5(browser: Browser, options: PhoneOptions): Promise<Phone> {
  const network = new Network()
  const faults: string[] = []
  const context = await browser.newContext(
    phoneContext(options.width ?? 375, options.theme ?? 'light'),
  )
  let page: Page
  const start = async (path: string): Promise<Page> => {
    const opened = await newPage(context, options.heldClock)
    watchFaults(opened, faults)
    if (options.fontSize) {
      const rootPx = options.fontSize * ORDINARY_ROOT_PER_FONT
      await opened.addInitScript(setRootFont, rootPx)
    }
    await opened.route('**/graphql', (route) => carryRoute(route, network))
    await opened.goto(`${options.bff}/${path}`)
    return opened
  }
  page = await start(options.path ?? '')

  /** A browser tells a page that it is hidden through this event and this property. */
  const setHidden = (hidden: boolean) =>
    page.evaluate((value) => {
      const state = value ? 'hidden' : 'visible'
      Object.defineProperty(document, 'hidden', { value, configurable: true })
      Object.defineProperty(document, 'visibilityState', { value: state, configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
    }, hidden)

  return {
    kind: 'h5',
    get page() {
      return page
    },
    network,
    ...pageDriver(() => page),
    tab: (name) =>
      page
        .locator('.weui-tabbar__item')
        .filter({ hasText: name })
        .filter({ visible: true })
        .first()
        .tap(),
    back: async () => {
      await page.goBack()
    },
    leave: () => setHidden(true),
    comeBack: () => setHidden(false),
    async goOffline() {
      network.setOnline(false)
      await context.setOffline(true)
    },
    async goOnline() {
      network.setOnline(true)
      await context.setOffline(false)
    },
    setTheme: (theme) => page.emulateMedia({ colorScheme: theme }),
    async relaunch() {
      await page.close()
      page = await start('')
    },
    faults: async () => [...faults],
    record: async () => null,
    close: () => context.close(),
  }
}
