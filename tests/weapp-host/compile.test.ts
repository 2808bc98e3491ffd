import { describe, expect, it } from 'vitest'
import { alipayConfigToWeapp, axmlToWxml, sjsToWxs } from './alipay-dialect.ts'
import { browserCss } from './compile.ts'
import { documentedApis } from './documented-apis.ts'

describe('styles for the browser', () => {
  it.each([
    ['750 rpx are the whole width', '.a{width:750rpx}', '.a{width:calc(750 * 100vw / 750)}'],
    ['half a unit keeps its part', '.a{top:-.5rpx}', '.a{top:calc(-.5 * 100vw / 750)}'],
    ['a tag becomes the host tag', 'view .a>text{top:0}', 'wx-view .a>wx-text{top:0}'],
    ['a class named like a tag stays', '.view,.text{top:0}', '.view,.text{top:0}'],
    ['a value named like a tag stays', '.a{cursor:text}', '.a{cursor:text}'],
    ['the page is the page', 'page{color:red}', 'page{color:red}'],
  ])('%s', (_, wxss, css) => {
    expect(browserCss(wxss)).toBe(css)
  })
})

describe("Alipay's dialect in WeChat's", () => {
  it.each([
    ['<view a:if="{{a}}" a:key="b"/>', '<view wx:if="{{a}}" wx:key="b"/>'],
    ['<view onTap="eh" catchTouchMove="eh"/>', '<view bindtap="eh" catchtouchmove="eh"/>'],
    ['<import src="../base.axml"/>', '<import src="../base.wxml"/>'],
    ['<import-sjs name="xs" from="./utils.sjs" />', '<wxs module="xs" src="./utils.wxs" />'],
  ])('%s', (axml, wxml) => {
    expect(axmlToWxml(axml)).toBe(wxml)
  })

  it('a script exports in the older way', () => {
    expect(sjsToWxs('export default { a: 1 }')).toBe('module.exports = { a: 1 }')
  })

  it('titles and tabs have their names', () => {
    const config = alipayConfigToWeapp({
      window: { defaultTitle: '长青' },
      tabBar: { items: [{ pagePath: 'pages/home', name: '首页', icon: 'a.png' }] },
    })
    expect(config.window).toMatchObject({ navigationBarTitleText: '长青' })
    expect(config.tabBar).toMatchObject({
      list: [{ pagePath: 'pages/home', text: '首页', iconPath: 'a.png' }],
    })
  })
})

describe('the functions WeChat documents', () => {
  it('hold those the app uses and some that this host does not play', () => {
    const apis = documentedApis()
    expect(apis).toContain('scanCode')
    expect(apis).toContain('startBluetoothDevicesDiscovery')
    expect(apis).not.toContain('useLaunch')
    expect(apis.length).toBeGreaterThan(300)
  })
})
