/** Alipay's AXML in the dialect of WeChat's WXML, which the template compiler reads. */
export function axmlToWxml(axml: string): string {
  return axml
    .replace(
      /<import-sjs\s+name="(\w+)"\s+from="([^"]+)\.sjs"\s*\/>/g,
      '<wxs module="$1" src="$2.wxs" />',
    )
    .replace(/\.axml"/g, '.wxml"')
    .replace(/\ba:(if|elif|else|for|for-item|for-index|key)\b/g, 'wx:$1')
    .replace(
      /\s(on|catch)([A-Z]\w*)=/g,
      (_, kind: string, event: string) =>
        ` ${kind === 'on' ? 'bind' : 'catch'}${event.toLowerCase()}=`,
    )
}

/** Alipay's SJS in the dialect of WeChat's WXS. */
export function sjsToWxs(sjs: string): string {
  return sjs.replace(/export\s+default\s+/, 'module.exports = ')
}

interface AlipayTabItem {
  pagePath: string
  name: string
  icon?: string
  activeIcon?: string
}

/** An Alipay `app.json` or page file with the names WeChat uses for the same settings. */
export function alipayConfigToWeapp(config: Record<string, unknown>): Record<string, unknown> {
  const converted = { ...config }
  if (typeof config.defaultTitle === 'string')
    converted.navigationBarTitleText = config.defaultTitle
  const window = config.window
  if (window && typeof window === 'object') {
    converted.window = alipayConfigToWeapp(window as Record<string, unknown>)
  }
  const tabBar = config.tabBar as { items?: AlipayTabItem[] } | undefined
  if (tabBar?.items) {
    const list = tabBar.items.map((item) => ({
      pagePath: item.pagePath,
      text: item.name,
      iconPath: item.icon,
      selectedIconPath: item.activeIcon,
    }))
    converted.tabBar = { ...tabBar, list }
  }
  return converted
}
