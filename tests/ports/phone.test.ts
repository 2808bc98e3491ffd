import { describe, expect, it } from 'vitest'
import { maskPhone, parsePhone } from '../../bff/src/sms/phone.ts'

describe('a mobile number', () => {
  it.each([
    ['plain', '13800138000'],
    ['with +86', '+8613800138000'],
    ['with +86 and spaces', ' +86 138 0013 8000 '],
    ['with 86', '8613800138000'],
    ['with 0086', '0086-138-0013-8000'],
    ['with dashes', '138-0013-8000'],
    ['with brackets', '(+86)13800138000'],
    ['with full-width digits', '１３８００１３８０００'],
    ['with full-width signs', '＋８６　１３８－００１３－８０００'],
  ])('is read %s', (_, text) => {
    expect(parsePhone(text)).toBe('13800138000')
  })

  it.each([
    ['of 10 digits', '1380013800'],
    ['of 12 digits', '138001380000'],
    ['that begins with 12', '12800138000'],
    ['that begins with 0', '03800138000'],
    ['of a landline', '021-62345678'],
    ['of Hong Kong', '+852 5123 4567'],
    ['twice in a row', '13800138000,13900139000'],
    ['with letters', '1380013800O'],
    ['left empty', ''],
    ['with two country codes', '+868613800138000'],
  ])('is not one %s', (_, text) => {
    expect(parsePhone(text)).toBeUndefined()
  })

  it('shows its first three and last four digits', () => {
    expect(maskPhone('13800138000')).toBe('138****8000')
  })

  it('is never masked before it is known to be one', () => {
    expect(() => maskPhone('13800138')).toThrow('assertion failed')
  })
})
