import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const PAGE_VIEW = `
<button id="go" bindtap="go" open-type="{{openType}}" bindgetphonenumber="gotPhone" bindagreeprivacyauthorization="agreed">go</button>
<button id="dead" disabled bindtap="go">dead</button>
<input id="field" bindinput="typed"/>
<text id="out">{{out}}</text>
<view style="height:2000px"></view>`

/** A page whose button runs one piece of logic and shows what came of it. */
const pageScript = (probe: string) => `
Page({
  data: { out: '', openType: '' },
  show(result) { this.setData({ out: JSON.stringify(result) || 'undefined' }) },
  fail(error) { this.setData({ out: 'refused: ' + (error.errMsg || error.message) }) },
  async go() {
    try { this.show(await (${probe}).call(this)) } catch (error) { this.fail(error) }
  },
  gotPhone(event) { this.show(event.detail) },
  agreed(event) { this.show(event.detail) },
  typed(event) { this.show(event.detail.value) },
  onPullDownRefresh() { this.show('pulled'); wx.stopPullDownRefresh() },
  onReachBottom() { this.show('bottom') },
  onShareAppMessage(options) { return { title: '一起长青', path: '/pages/' + options.from } },
  onShow() { this.shown = (this.shown || 0) + 1 },
})`

/**
 * Writes a small mini-program in the platform's own dialect: one page for each piece of logic,
 * by name. The first two pages are tabs.
 */
export async function writeProbeApp(probes: Readonly<Record<string, string>>): Promise<{
  directory: string
  remove(): Promise<void>
}> {
  const directory = await mkdtemp(join(tmpdir(), 'weapp-host-'))
  const pages = Object.keys(probes).map((name) => `pages/${name}`)
  const files: Record<string, string> = {
    'app.js': 'App({})',
    'app.wxss': 'button { margin: 10rpx }',
    'app.json': JSON.stringify({
      pages,
      darkmode: true,
      window: { navigationBarTitleText: '试' },
      tabBar: {
        list: pages.slice(0, 2).map((pagePath) => ({ pagePath, text: pagePath.slice(6) })),
      },
    }),
  }
  for (const [name, probe] of Object.entries(probes)) {
    files[`pages/${name}.js`] = pageScript(probe)
    files[`pages/${name}.wxml`] = PAGE_VIEW
    files[`pages/${name}.json`] = JSON.stringify({ enablePullDownRefresh: true })
  }
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(directory, path)), { recursive: true })
    await writeFile(join(directory, path), text)
  }
  return { directory, remove: () => rm(directory, { recursive: true, force: true }) }
}
