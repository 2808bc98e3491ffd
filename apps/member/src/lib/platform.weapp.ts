import Taro from '@tarojs/taro'
import { miniProgram } from './mini-program'
import type { Platform } from './platform-shape'

export const platform: Platform = {
  ...miniProgram,
  name: 'weapp',
  signsInByItself: true,
  canNotify: true,
  hasPhoneButton: true,

  async signInCode() {
    return (await Taro.login()).code
  },

  async askToNotify(templateId) {
    try {
      // Its types ask for an id of Alipay's beside it, which WeChat does not know.
      const options = { tmplIds: [templateId] } as Taro.requestSubscribeMessage.Option
      const answers = await Taro.requestSubscribeMessage(options)
      return (answers as unknown as Record<string, unknown>)[templateId] === 'accept'
    } catch {
      return false
    }
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
