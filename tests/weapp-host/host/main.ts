import type { HostControls } from '../contract.ts'
import { createMy } from '../wx/my.ts'
import { openByButton } from '../wx/open.ts'
import { createWx } from '../wx/wx.ts'
import { onBack } from './chrome.ts'
import { emit } from './listeners.ts'
import { createLogic } from './logic.ts'
import { measure } from './measure.ts'
import { PageStack } from './pages.ts'
import { fault, record } from './record.ts'
import { createView, type Instance } from './view.ts'
import { appConfig, type PageConfig } from './window.ts'

const app = window.miniProgram
const settings = window.hostSettings
const config = appConfig()
const launchPath = settings.launch.path ?? config.pages[0] ?? ''
const launch = {
  path: launchPath,
  query: settings.launch.query,
  scene: settings.launch.scene,
  shareTicket: undefined,
  referrerInfo: {},
}

let application: Record<string, unknown> = {}

function callApp(method: string, ...values: unknown[]): void {
  const found = application[method]
  if (typeof found === 'function') Reflect.apply(found, application, values)
}

/** The page a component stands on. */
function pageOf(instance: Instance): HTMLElement | null {
  const element = (instance as unknown as { _$: { $$?: unknown } })._$.$$
  return element instanceof Element ? element.closest<HTMLElement>('.mp-page') : null
}

const share = (from: 'menu' | 'button', target?: unknown): unknown =>
  pages.call(pages.top, 'onShareAppMessage', { from, target })

const view = createView(app, {
  componentCreated: (instance, path) => pages.watchSetData(instance, path, () => pageOf(instance)),
  buttonTapped: (button) => openByButton(button, (component) => share('button', component)),
})
const logic = createLogic(app.js, {
  App: (definition) => {
    application = definition
  },
  Page: (path, definition) => view.definePage(path, definition),
  Component: (path, definition) => view.defineComponent(path, definition),
  getApp: () => application,
  getCurrentPages: () => pages.instances,
  get wx() {
    return app.dialect === 'weapp' ? wx : undefined
  },
  get my() {
    return app.dialect === 'alipay' ? my : undefined
  },
})
const pages = new PageStack(view, logic)
const wx = createWx(pages, launch)
const my = createMy(wx)

const controls: HostControls = {
  record,
  pages: () => pages.states,
  hideApp() {
    pages.setAppShown(false)
    callApp('onHide')
    emit('AppHide', {})
  },
  showApp() {
    callApp('onShow', launch)
    emit('AppShow', launch)
    pages.setAppShown(true)
  },
  setTheme(theme) {
    pages.redraw()
    if (config.darkmode) emit('ThemeChange', { theme })
  },
  setOnline(online) {
    settings.online = online
    const networkType = online ? 'wifi' : 'none'
    emit('NetworkStatusChange', { isConnected: online, networkType })
  },
  pullDown() {
    const page = pages.top
    const own = (app.json[page?.path ?? ''] ?? {}) as PageConfig
    if (!(own.enablePullDownRefresh ?? config.window?.enablePullDownRefresh)) return
    record.refreshing = true
    pages.call(page, 'onPullDownRefresh')
  },
  share: () => share('menu'),
  measurePage: () => measure(pages.top?.element ?? document.body),
}
window.weappHost = controls

window.addEventListener('error', (event) => {
  fault(event.error ?? event.message)
  emit('Error', event.message)
})
window.addEventListener('unhandledrejection', (event) => {
  const { reason } = event
  const text = reason instanceof Error ? (reason.stack ?? '') : JSON.stringify(reason)
  fault(`unhandled rejection: ${text}`)
  emit('UnhandledRejection', { reason, promise: event.promise })
})
onBack(() => pages.navigateBack(1))

try {
  logic.load('app')
  for (const [path, own] of Object.entries(app.json)) {
    if ((own as PageConfig).component && logic.has(path)) logic.load(path)
  }
  callApp('onLaunch', launch)
  callApp('onShow', launch)
  emit('AppShow', launch)
  pages.reLaunch(launchPath, settings.launch.query)
} catch (error) {
  fault(error)
}
