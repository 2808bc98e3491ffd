export interface Address {
  name: string
  phone: string
  text: string
}

export type AddressField = keyof Address

/** The first field of an address that nothing could be sent with, and why. */
export function missingOf({
  name,
  phone,
  text,
}: Address): { field: AddressField; words: string } | undefined {
  if (name === '') return { field: 'name', words: '请填写收件人' }
  if (!/^1[3-9]\d{9}$/.test(phone)) return { field: 'phone', words: '请填写11位手机号' }
  return text.length < 5 ? { field: 'text', words: '请填写省市区和详细地址' } : undefined
}
