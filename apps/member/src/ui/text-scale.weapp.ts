import Taro from '@tarojs/taro'

let scale: number | undefined

/** How much larger than usual the reader wants text; asked of the phone once a launch. */
export function textScale(): number {
  scale ??= clamp((Taro.getAppBaseInfo() as { fontSizeScaleFactor?: number }).fontSizeScaleFactor)
  return scale
}

/** The layout is made for text up to twice its size. */
function clamp(wanted = 1): number {
  return Math.min(2, Math.max(1, wanted))
}
