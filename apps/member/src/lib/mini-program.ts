import Taro from '@tarojs/taro'
import type { Platform } from './platform-shape'

/** A reader who closes the camera is no failure. */
function isCancelled(failure: unknown): boolean {
  return /cancel/i.test(String((failure as { errMsg?: string }).errMsg))
}

/** What every mini-program does alike, and no browser does. */
export const miniProgram = {
  canScan: true,
  canBrighten: true,

  async scan() {
    try {
      const options = { onlyFromCamera: true, scanType: ['qrCode' as const] }
      return { kind: 'scanned', text: (await Taro.scanCode(options)).result }
    } catch (failure) {
      return { kind: isCancelled(failure) ? 'cancelled' : 'refused' }
    }
  },

  async brightenScreen() {
    const { value } = await Taro.getScreenBrightness()
    await Taro.setScreenBrightness({ value: 1 })
    return () => void Taro.setScreenBrightness({ value })
  },

  async keepAwake() {
    await Taro.setKeepScreenOn({ keepScreenOn: true })
    return () => void Taro.setKeepScreenOn({ keepScreenOn: false })
  },
} satisfies Partial<Platform>
