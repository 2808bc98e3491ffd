/** Full-width digits and marks, as a Chinese keyboard types them. */
const toHalfWidth = (text: string): string =>
  text
    .replace(/[０-９．]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replace(/。/g, '.')

/** At most a million yuan: more than any till takes at once, and far from where numbers get inexact. */
const YUAN_DIGITS_MAX = 7

/**
 * Yuan as they were typed, in fen: 35 → 3500, 35.5 → 3550, ¥1,280.05 → 128005. Undefined for what
 * is no amount, for instance a third decimal: half a fen is not rounded, it is asked about.
 */
export function fenOf(typed: string): number | undefined {
  const text = toHalfWidth(typed).replace(/[\s,，¥￥]/g, '')
  const [, yuan = '', decimals = ''] = /^(\d+)(?:\.(\d{0,2}))?$/.exec(text) ?? []
  if (yuan === '' || yuan.replace(/^0+/, '').length > YUAN_DIGITS_MAX) return undefined
  return Number(yuan) * 100 + Number(decimals.padEnd(2, '0'))
}
