import { assert } from '@evergreen/shared/assert.ts'

const MOBILE = /^1[3-9]\d{9}$/

/**
 * Reads a mainland mobile number as people write it: with or without +86, with spaces, dashes or
 * brackets, with full-width digits. Gives its 11 digits, or nothing when it is not such a number.
 */
export function parsePhone(text: string): string | undefined {
  const digits = text
    .normalize('NFKC')
    .replace(/[\s\p{Pd}()]/gu, '')
    .replace(/^(\+|00)?86/, '')
  return MOBILE.test(digits) ? digits : undefined
}

/** What may be shown of a number: its first three and last four digits. */
export function maskPhone(phone: string): string {
  assert(MOBILE.test(phone), 'only a parsed phone number is masked')
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`
}
