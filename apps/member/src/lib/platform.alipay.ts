import Taro from '@tarojs/taro'
import { miniProgram } from './mini-program'
import type { Platform } from './platform-shape'

export const platform: Platform = {
  ...miniProgram,
  name: 'alipay',
  signsInByItself: false,
  canNotify: false,
  hasPhoneButton: false,

  async signInCode() {
    throw new Error('Alipay members sign in by phone')
  },

  async askToNotify() {
    return false
  },

  async pay() {
    return 'unavailable'
  },

  vibrate() {
    Taro.vibrateShort().catch(() => undefined)
  },
}
