import Taro from '@tarojs/taro'
import { miniProgram } from './mini-program'
import type { Platform } from './platform-shape'

export const platform: Platform = {
  ...miniProgram,
  name: 'weapp',
  signsInByItself: true,
  hasPhoneButton: true,

  async signInCode() {
    return (await Taro.login()).code
  },

  async pay(prepay) {
    try {
      await Taro.requestPayment(JSON.parse(prepay) as Taro.requestPayment.Option)
      return 'paid'
    } catch {
      return 'cancelled'
    }
  },

  vibrate(kind) {
    Taro.vibrateShort({ type: kind === 'failure' ? 'heavy' : 'light' }).catch(() => undefined)
  },
}
