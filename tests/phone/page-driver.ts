import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'

const WAIT_MS = 10_000

/** The hands and eyes that work alike on every platform: what is visible can be touched. */
export function pageDriver(page: () => Page) {
  const seen = (locator: Locator) => locator.filter({ visible: true }).first()
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
      const host = byId(id)
      await host.waitFor()
      const inner = host.locator('input, textarea')
      const field = (await inner.count()) > 0 ? inner.first() : host
      await field.fill(text)
      await field.blur()
    },
    async text(id: string): Promise<string> {
      return (await byId(id).innerText()).replaceAll(/\s+/g, ' ').trim()
    },
    see: (text: string) => byText(text).waitFor(),
    async seeNoMore(text: string): Promise<void> {
      await page().getByText(text).filter({ visible: true }).first().waitFor({ state: 'detached' })
    },
    find: (id: string) => byId(id).waitFor(),
    isThere: async (id: string) =>
      (await page().locator(`#${id}`).filter({ visible: true }).count()) > 0,
    count: (idStart: string) =>
      page().locator(`[id^="${idStart}"]`).filter({ visible: true }).count(),
    async picture(name: string): Promise<void> {
      const folder = process.env.PHONE_PICTURES
      if (!folder) return
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

export function setPatience(page: Page): void {
  page.setDefaultTimeout(WAIT_MS)
}
