import Taro from '@tarojs/taro'

let scale: number | undefined

/** How much larger than usual the reader wants text; asked of the phone once a launch. */
export function textScale(): number {
  scale ??= clamp(Number(readScale()))
  return scale
}

function readScale(): unknown {
  if (!Taro.canIUse('getAppBaseInfo')) return 1
  return (Taro.getAppBaseInfo() as { fontSizeScaleFactor?: number }).fontSizeScaleFactor
}

/** The layout is made for text up to twice its size. */
function clamp(wanted: number): number {
  return wanted > 0 ? Math.min(2, Math.max(1, wanted)) : 1
}
