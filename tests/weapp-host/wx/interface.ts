import { askPerson, drawToast, setTitle } from '../host/chrome.ts'
import type { PageStack } from '../host/pages.ts'
import { record } from '../host/record.ts'
import { asyncApi, mustBe, type Options, Refusal } from './call.ts'

const TOAST_MS = 1500
const ACTIONS_MAX = 6

/** What the platform draws over a page. A person, or the test, taps its buttons. */
export function interfaceApis(pages: PageStack): Options {
  let toasts = 0

  const toast = (options: Options, duration: number | null) => {
    mustBe('string', options, 'title')
    toasts += 1
    const mine = toasts
    record.toasts.push(String(options.title))
    drawToast(String(options.title))
    if (duration !== null) setTimeout(() => mine === toasts && drawToast(null), duration)
    return {}
  }
  const noToast = () => {
    toasts += 1
    drawToast(null)
    return {}
  }
  const done = () => ({})

  return {
    showToast: asyncApi('showToast', (options) =>
      toast(options, Number(options.duration ?? TOAST_MS)),
    ),
    showLoading: asyncApi('showLoading', (options) => toast(options, null)),
    hideToast: asyncApi('hideToast', noToast),
    hideLoading: asyncApi('hideLoading', noToast),
    showModal: asyncApi('showModal', async (options) => {
      const confirm = String(options.confirmText ?? '确定')
      const cancel = String(options.cancelText ?? '取消')
      if ([...confirm].length > 4 || [...cancel].length > 4) {
        throw new Refusal('confirmText/cancelText length should not larger than 4')
      }
      const choices = options.showCancel === false ? [confirm] : [cancel, confirm]
      const title = String(options.title ?? '')
      const chosen = await askPerson(title, String(options.content ?? ''), choices)
      const confirmed = choices[chosen] === confirm
      return { confirm: confirmed, cancel: !confirmed, content: null }
    }),
    showActionSheet: asyncApi('showActionSheet', async (options) => {
      const items = (options.itemList ?? []) as string[]
      if (items.length === 0 || items.length > ACTIONS_MAX) {
        throw new Refusal('parameter error: itemList should have 1 to 6 items')
      }
      const chosen = await askPerson(String(options.alertText ?? ''), '', [...items, '取消'])
      if (chosen === items.length) throw new Refusal('cancel')
      return { tapIndex: chosen }
    }),
    setNavigationBarTitle: asyncApi('setNavigationBarTitle', (options) => {
      mustBe('string', options, 'title')
      setTitle(String(options.title))
      return {}
    }),
    setNavigationBarColor: asyncApi('setNavigationBarColor', done),
    showNavigationBarLoading: asyncApi('showNavigationBarLoading', done),
    hideNavigationBarLoading: asyncApi('hideNavigationBarLoading', done),
    setBackgroundColor: asyncApi('setBackgroundColor', done),
    setBackgroundTextStyle: asyncApi('setBackgroundTextStyle', done),
    setTabBarBadge: asyncApi('setTabBarBadge', done),
    removeTabBarBadge: asyncApi('removeTabBarBadge', done),
    showShareMenu: asyncApi('showShareMenu', done),
    hideShareMenu: asyncApi('hideShareMenu', done),
    hideKeyboard: asyncApi('hideKeyboard', () => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      return {}
    }),
    startPullDownRefresh: asyncApi('startPullDownRefresh', () => {
      record.refreshing = true
      pages.call(pages.top, 'onPullDownRefresh')
      return {}
    }),
    stopPullDownRefresh: asyncApi('stopPullDownRefresh', () => {
      record.refreshing = false
      return {}
    }),
    pageScrollTo: asyncApi('pageScrollTo', (options) => {
      const page = pages.top?.element
      const selector = typeof options.selector === 'string' ? options.selector : null
      if (selector) page?.querySelector(selector)?.scrollIntoView()
      else page?.scrollTo({ top: Number(options.scrollTop ?? 0) })
      return {}
    }),
  }
}
