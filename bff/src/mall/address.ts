/** Where something is sent to: the one place in the mall where a member says who and where they are. */
export interface ShippingAddress {
  name: string
  phone: string
  text: string
}

/** An address as it is kept: sealed, and only as long as it is needed. */
export interface SealedAddress {
  redemptionId: string
  sealed: string
  at: number
}

export type AddressChange = { kind: 'address-kept'; address: SealedAddress }

/** What is wrong with an address: the field and why, or nothing. */
export function problemOfAddress({
  name,
  phone,
  text,
}: ShippingAddress): { field: string; message: string } | undefined {
  if (!isText(name, 1, 40)) return { field: 'address.name', message: '1 to 40 characters' }
  if (!/^1[3-9]\d{9}$/.test(phone)) return { field: 'address.phone', message: 'is a mobile number' }
  if (!isText(text, 5, 200)) return { field: 'address.text', message: '5 to 200 characters' }
  return undefined
}

const isText = (text: string, min: number, max: number): boolean => {
  const { length } = text.trim()
  return length >= min && length <= max
}
