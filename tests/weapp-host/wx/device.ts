import { record } from '../host/record.ts'
import { ask } from '../host/window.ts'
import { asyncApi, mustBe, type Options, Refusal } from './call.ts'
import { requirePrivacy } from './privacy.ts'

const VIBRATIONS = ['heavy', 'medium', 'light']

export const deviceApis = {
  scanCode: asyncApi('scanCode', async (options) => {
    const scanType = (options.scanType ?? ['barCode', 'qrCode']) as string[]
    const onlyFromCamera = options.onlyFromCamera === true
    const result = await ask({ kind: 'scan', scanType, onlyFromCamera })
    if (result === null) throw new Refusal('cancel')
    return { result, scanType: 'QR_CODE', charSet: 'utf-8', path: '', rawData: '' }
  }),
  getScreenBrightness: asyncApi('getScreenBrightness', () => ({ value: record.brightness })),
  setScreenBrightness: asyncApi('setScreenBrightness', (options) => {
    mustBe('number', options, 'value')
    const value = Number(options.value)
    if (value !== -1 && (value < 0 || value > 1)) throw new Refusal('value out of range')
    record.brightness = value
    return {}
  }),
  setKeepScreenOn: asyncApi('setKeepScreenOn', (options) => {
    mustBe('boolean', options, 'keepScreenOn')
    record.keepScreenOn = options.keepScreenOn === true
    return {}
  }),
  setVisualEffectOnCapture: asyncApi('setVisualEffectOnCapture', () => ({})),
  vibrateShort: asyncApi('vibrateShort', (options) => {
    const type = String(options.type ?? '')
    if (!VIBRATIONS.includes(type)) throw new Refusal('style is not support')
    record.vibrations.push(type)
    return {}
  }),
  vibrateLong: asyncApi('vibrateLong', () => {
    record.vibrations.push('long')
    return {}
  }),
  setClipboardData: asyncApi('setClipboardData', async (options: Options) => {
    mustBe('string', options, 'data')
    await requirePrivacy('setClipboardData')
    record.clipboard = String(options.data)
    return {}
  }),
  getClipboardData: asyncApi('getClipboardData', async () => {
    await requirePrivacy('getClipboardData')
    return { data: record.clipboard }
  }),
}
