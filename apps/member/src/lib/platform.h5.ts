import type { Platform } from './platform-shape'

const nothing = () => undefined

export const platform: Platform = {
  name: 'h5',
  signsInByItself: false,
  canNotify: false,
  hasPhoneButton: false,
  canScan: false,
  canBrighten: false,

  async signInCode() {
    throw new Error('Members sign in by phone in a browser')
  },

  async scan() {
    return { kind: 'refused' }
  },

  async brightenScreen() {
    return nothing
  },

  async keepAwake() {
    if (!('wakeLock' in navigator)) return nothing
    try {
      const lock = await navigator.wakeLock.request('screen')
      return () => void lock.release()
    } catch {
      return nothing
    }
  },

  async askToNotify() {
    return false
  },

  async pay(prepay) {
    const { cashierUrl } = JSON.parse(prepay) as { cashierUrl?: string }
    if (cashierUrl === undefined) return 'unavailable'
    window.open(cashierUrl, '_blank', 'noopener')
    return 'paid'
  },

  vibrate(kind) {
    // Before the first touch a browser refuses, and says so in its console.
    if (navigator.userActivation?.hasBeenActive !== true) return
    navigator.vibrate?.(kind === 'failure' ? [40, 60, 40] : 15)
  },
}
