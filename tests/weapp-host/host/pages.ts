import { drawBars, pagesElement } from './chrome.ts'
import type { Logic } from './logic.ts'
import { fault, noteSetData, record, sinceStart } from './record.ts'
import type { Instance, View, ViewPage } from './view.ts'
import { appConfig, declaredPages, type PageConfig } from './window.ts'

export const STACK_MAX = 10
const REACH_BOTTOM_PX = 50

interface Page extends ViewPage {
  path: string
  query: Record<string, string>
  element: HTMLElement
}

/** Why the platform refuses to go somewhere, in its words. */
export class RouteRefusal extends Error {}

/** The page stack with the platform's rules: ten pages, tab pages kept, lifecycles in order. */
export class PageStack {
  private readonly stack: Page[] = []
  private readonly tabPages = new Map<string, Page>()
  private readonly declared = declaredPages(appConfig())
  private readonly tabs = (appConfig().tabBar?.list ?? []).map((tab) => tab.pagePath)
  private appShown = true

  constructor(
    private readonly view: View,
    private readonly logic: Logic,
  ) {}

  get top(): Page | undefined {
    return this.stack.at(-1)
  }

  get states(): { path: string; query: Record<string, string> }[] {
    return this.stack.map(({ path, query }) => ({ path, query }))
  }

  get instances(): Instance[] {
    return this.stack.map((page) => page.instance)
  }

  isTab(path: string): boolean {
    return this.tabs.includes(path)
  }

  /** Calls a method of the page in front, if it has one; an exception fails the test. */
  call(page: Page | undefined, method: string, ...values: unknown[]): unknown {
    const found = page?.instance[method]
    if (!page || typeof found !== 'function') return undefined
    try {
      return Reflect.apply(found, page.instance, values)
    } catch (error) {
      fault(error)
      return undefined
    }
  }

  setAppShown(shown: boolean): void {
    if (this.appShown === shown) return
    this.appShown = shown
    this.call(this.top, shown ? 'onShow' : 'onHide')
  }

  /** True when nobody can see this page now. */
  private isHidden(element: HTMLElement | null): boolean {
    return !this.appShown || this.top?.element !== element
  }

  navigateTo(path: string, query: Record<string, string>): void {
    this.mustExist(path)
    if (this.isTab(path)) throw new RouteRefusal('can not navigateTo a tabbar page')
    if (this.stack.length >= STACK_MAX) throw new RouteRefusal('webview count limit exceed')
    this.hide(this.top)
    this.open(path, query)
  }

  redirectTo(path: string, query: Record<string, string>): void {
    this.mustExist(path)
    if (this.isTab(path)) throw new RouteRefusal('can not redirectTo a tabbar page')
    this.close(this.stack.pop())
    this.open(path, query)
  }

  navigateBack(delta: number): void {
    if (this.stack.length < 2) throw new RouteRefusal('cannot navigate back at first page.')
    const count = Math.min(delta, this.stack.length - 1)
    for (let closed = 0; closed < count; closed += 1) this.close(this.stack.pop())
    this.show(this.top)
  }

  switchTab(path: string): void {
    this.mustExist(path)
    if (!this.isTab(path)) throw new RouteRefusal('can not switch to no-tabBar page')
    if (this.top?.path === path) return
    while (this.stack.length > 1 && !this.isTab(this.top?.path ?? '')) this.close(this.stack.pop())
    if (this.top?.path === path) {
      this.show(this.top)
      return
    }
    if (this.isTab(this.top?.path ?? '')) this.hide(this.top)
    else this.close(this.top)
    this.stack.length = 0
    this.open(path, {})
  }

  reLaunch(path: string, query: Record<string, string>): void {
    this.mustExist(path)
    const open = new Set([...this.stack, ...this.tabPages.values()])
    this.stack.length = 0
    for (const page of open) this.close(page)
    this.open(path, query)
  }

  /** Draws the bars again, for instance in the colours of another theme. */
  redraw(): void {
    const page = this.top
    if (!page) return
    const config = (window.miniProgram.json[page.path] ?? {}) as PageConfig
    drawBars(page.path, config, this.stack.length > 1, (path) => this.tapTab(path))
  }

  private tapTab(path: string): void {
    this.switchTab(path)
    const text = appConfig().tabBar?.list.find((tab) => tab.pagePath === path)?.text
    this.call(this.top, 'onTabItemTap', { index: this.tabs.indexOf(path), pagePath: path, text })
  }

  private mustExist(path: string): void {
    if (!this.declared.includes(path)) throw new RouteRefusal(`page "${path}" is not found`)
  }

  private open(path: string, query: Record<string, string>): void {
    const kept = this.tabPages.get(path)
    if (kept) {
      this.stack.push(kept)
      this.show(kept)
      return
    }
    const page = this.create(path, query)
    this.stack.push(page)
    if (this.isTab(path)) this.tabPages.set(path, page)
    const placeholder = document.createElement('i')
    page.element.append(placeholder)
    pagesElement().append(page.element)
    this.call(page, 'onLoad', query)
    page.attach(page.element, placeholder)
    this.redraw()
    this.call(page, 'onShow')
    setTimeout(() => this.call(page, 'onReady'), 0)
  }

  private create(path: string, query: Record<string, string>): Page {
    this.logic.load(path)
    if (!this.view.isDefined(path)) throw new Error(`Page() was not called in ${path}.js`)
    const created = this.view.createPage(path)
    const { instance } = created
    Object.assign(instance, { route: path, __route__: path, options: query })
    const element = document.createElement('div')
    element.className = 'mp-page'
    element.dataset.path = path
    this.watchSetData(instance, path, () => element)
    const page = { ...created, path, query, element }
    this.watchScroll(page)
    return page
  }

  /** Records each setData of a page or component, and hands the data on as JSON would. */
  watchSetData(instance: Instance, who: string, pageElement: () => HTMLElement | null): void {
    const original = instance.setData
    instance.setData = (data, done) => {
      const element = pageElement()
      const path = element?.dataset.path ?? ''
      const received = noteSetData(who, path, this.isHidden(element), data)
      Reflect.apply(original, instance, [received, done])
      if (record.firstRenderAt === null && this.stack.length > 0) {
        record.firstRenderAt = sinceStart()
      }
    }
  }

  private watchScroll(page: Page): void {
    const config = (window.miniProgram.json[page.path] ?? {}) as PageConfig
    const distance = config.onReachBottomDistance ?? REACH_BOTTOM_PX
    let atBottom = false
    page.element.addEventListener('scroll', () => {
      const { scrollTop, scrollHeight, clientHeight } = page.element
      this.call(page, 'onPageScroll', { scrollTop })
      const reached = scrollHeight - scrollTop - clientHeight <= distance
      if (reached && !atBottom) this.call(page, 'onReachBottom')
      atBottom = reached
    })
  }

  private show(page: Page | undefined): void {
    if (!page) return
    page.element.hidden = false
    this.redraw()
    this.call(page, 'onShow')
  }

  private hide(page: Page | undefined): void {
    if (!page || page.element.hidden) return
    page.element.hidden = true
    this.call(page, 'onHide')
  }

  private close(page: Page | undefined): void {
    if (!page) return
    this.call(page, 'onUnload')
    page.release()
    page.element.remove()
    if (this.tabPages.get(page.path) === page) this.tabPages.delete(page.path)
  }
}
