import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { BrowserContext, Locator, Page } from 'playwright-core'

const WAIT_MS = 10_000

/** In the page: waits until nothing moves any more that will ever stand still. */
async function comeToRest(): Promise<void> {
  const QUIET_FRAMES = 3
  for (let quiet = 0; quiet < QUIET_FRAMES; quiet += 1) {
    await new Promise((resolve) => requestAnimationFrame(resolve))
    const moving = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
    if (moving.length > 0) quiet = -1
    await Promise.allSettled(moving.map(({ finished }) => finished))
  }
}

/** The hands and eyes that work alike on every platform: what is visible can be touched. */
export function pageDriver(page: () => Page) {
  // A page in front comes after the ones it covers.
  const seen = (locator: Locator) => locator.filter({ visible: true }).last()
  const byId = (id: string) => seen(page().locator(`#${id}`))
  const byText = (text: string) => seen(page().getByText(text))

  return {
    tap: (id: string) => byId(id).tap(),
    async tapTwice(id: string): Promise<void> {
      const target = byId(id)
      await target.waitFor()
      const box = await target.boundingBox()
      if (!box) throw new Error(`#${id} has no place on the screen`)
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
      await Promise.all([page().touchscreen.tap(x, y), page().touchscreen.tap(x, y)])
    },
    tapText: (text: string) => seen(page().getByText(text, { exact: true })).tap(),
    async type(id: string, text: string): Promise<void> {
      // What takes the text is the element itself, or comes to stand in it a moment later.
      const field = seen(page().locator(`:is(#${id}, #${id} *):is(input, textarea)`))
      await field.fill(text)
      await field.blur()
    },
    async text(id: string): Promise<string> {
      const element = byId(id)
      await element.waitFor()
      const [shown = ''] = await element.allInnerTexts()
      return shown.replaceAll(/\s+/g, ' ').trim()
    },
    see: (text: string) => byText(text).waitFor(),
    async seeNoMore(text: string): Promise<void> {
      await byText(text).waitFor({ state: 'detached' })
    },
    find: (id: string) => byId(id).waitFor(),
    isThere: async (id: string) =>
      (await page().locator(`#${id}`).filter({ visible: true }).count()) > 0,
    passTime: (ms: number) => page().clock.runFor(ms),
    count: (idStart: string) =>
      page().locator(`[id^="${idStart}"]`).filter({ visible: true }).count(),
    settle: () => page().evaluate(comeToRest),
    async picture(name: string): Promise<void> {
      const folder = process.env.PHONE_PICTURES
      if (!folder) return
      await page().evaluate(comeToRest)
      await mkdir(folder, { recursive: true })
      await page().screenshot({ path: join(folder, `${name}.png`) })
    },
  }
}

/** How a browser page is set up to stand for a phone. */
export const phoneContext = (width: number, theme: 'light' | 'dark') => ({
  viewport: { width, height: 812 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
  colorScheme: theme,
})

/** A new page of a phone, before anything is opened in it. */
export async function newPage(context: BrowserContext, heldClock = false): Promise<Page> {
  const page = await context.newPage()
  page.setDefaultTimeout(WAIT_MS)
  if (heldClock) await page.clock.install()
  return page
}
