const API = 'http://127.0.0.1:8787'
const request = (options: string) => `() => new Promise((resolve) => {
  wx.request({ url: '${API}/x', success: resolve, fail: resolve, ${options} })
})`

/** Pieces of logic, each on a page of its own. */
export const probes = {
  home: '() => typeof this',
  other: '() => 1',
  document: '() => document.title',
  fetch: '() => fetch("/")',
  scope: `() => [typeof window, typeof URL, typeof AbortController, typeof TextDecoder,
    typeof localStorage, typeof crypto, typeof queueMicrotask, typeof Intl, typeof navigator,
    typeof Promise, typeof Map, typeof setTimeout, typeof globalThis.document,
    typeof Function('return this')()]`,
  unplayed: '() => { try { wx.startBluetoothDevicesDiscovery({}) } catch {} return "caught" }',
  unknown: '() => typeof wx.makeCoffee',
  canIUse: `() => ['request', 'makeCoffee', 'startBluetoothDevicesDiscovery', 'view.hover-class',
    'view.no-such'].map(wx.canIUse)`,
  storage: `() => { wx.setStorageSync('a', { b: 1 }); return [wx.getStorageSync('a'),
    wx.getStorageSync('none')] }`,
  missing: '() => wx.getStorage({ key: "none" })',
  large: '() => wx.setStorageSync("large", "x".repeat(1024 * 1024))',
  largeData: '() => "x".repeat(1024 * 1024)',
  post: request("method: 'POST', data: { a: 1 }, header: { 'X-Own': 'yes' }"),
  abort: `() => new Promise((resolve) => {
    wx.request({ url: '${API}/x', success: resolve, fail: resolve }).abort()
  })`,
  timeout: request('timeout: 1'),
  elsewhere: `() => new Promise((resolve) => wx.request({
    url: 'https://example.com/', success: resolve, fail: resolve }))`,
  login: '() => wx.login()',
  phone: '() => new Promise(() => getCurrentPages()[0].setData({ openType: "getPhoneNumber" }))',
  subscribe: '() => wx.requestSubscribeMessage({ tmplIds: ["one", "two"] })',
  subscribeLate: `() => new Promise((resolve) => setTimeout(resolve, 50))
    .then(() => wx.requestSubscribeMessage({ tmplIds: ['one'] }))`,
  subscribeMany: '() => wx.requestSubscribeMessage({ tmplIds: ["1", "2", "3", "4", "5", "6"] })',
  scan: '() => wx.scanCode({ onlyFromCamera: true })',
  brightness: `async () => { await wx.setScreenBrightness({ value: 1 })
    return wx.getScreenBrightness() }`,
  tooBright: '() => wx.setScreenBrightness({ value: 2 })',
  vibrate: '() => wx.vibrateShort({})',
  modal: '() => wx.showModal({ title: "真的吗", content: "不能撤销" })',
  clipboard: '() => wx.setClipboardData({ data: "8 位" })',
  toTab: '() => wx.navigateTo({ url: "/pages/other" })',
  nowhere: '() => wx.navigateTo({ url: "/pages/none" })',
  deep: `async function () { for (let i = 0; i < 9; i++) await wx.navigateTo({ url: './deep' })
    return wx.navigateTo({ url: './deep' }) }`,
  query: `() => new Promise((resolve) => { const query = wx.createSelectorQuery()
    query.select('#field').boundingClientRect(); query.select('#none').boundingClientRect()
    query.exec(([found, none]) => resolve([found.height > 0, none])) })`,
  theme: `() => new Promise((resolve) => { wx.onThemeChange(resolve) })`,
  crash: '() => { setTimeout(() => { throw new Error("late") }, 0); return "done" }',
}

export type Probe = keyof typeof probes
