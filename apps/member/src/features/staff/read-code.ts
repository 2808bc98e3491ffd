export type ReadCode =
  | { readonly kind: 'Code'; readonly code: string }
  | { readonly kind: 'Incomplete'; readonly digitsMissing: number }
  | { readonly kind: 'NotACode' }

const SHORT_CODE_DIGITS = 8
/** A QR text is a signed token: far longer than anything typed by hand. */
const QR_TEXT_LENGTH_MIN = 24

const toHalfWidth = (text: string): string =>
  text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))

/** A whole mobile number: a member who cannot show a code says it. */
export const isPhone = (code: string): boolean => /^1[3-9]\d{9}$/.test(code)

/**
 * What a counter was given, typed, pasted or scanned: eight digits, in any grouping, the text of a
 * QR code, or a whole phone number. Whether it is a member's code only the BFF can tell.
 */
export function readCode(text: string): ReadCode {
  const compact = toHalfWidth(text).replace(/[\s\u200b-]/g, '')
  if (/^\d*$/.test(compact)) {
    if (compact.length === SHORT_CODE_DIGITS || isPhone(compact))
      return { kind: 'Code', code: compact }
    if (compact.length < SHORT_CODE_DIGITS) {
      return { kind: 'Incomplete', digitsMissing: SHORT_CODE_DIGITS - compact.length }
    }
    return { kind: 'NotACode' }
  }
  const token = text.trim()
  if (token.length >= QR_TEXT_LENGTH_MIN && !/\s/.test(token)) return { kind: 'Code', code: token }
  return { kind: 'NotACode' }
}
