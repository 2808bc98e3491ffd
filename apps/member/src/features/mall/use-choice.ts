import { useState } from 'react'
import type { Delivery, ShippingAddress } from '@/generated/graphql'
import type { AddressField } from './address'
import type { Item } from './use-item'

/** More of one thing at a time the server does not take. */
const QUANTITY_MAX = 9

/** What the member is about to redeem: how many, how it reaches them, and where. */
export function useChoice(item: Item) {
  const [quantity, setQuantity] = useState(1)
  const [delivery, setDelivery] = useState<Delivery>(item.deliveries[0] ?? 'INSTANT')
  const [address, setAddress] = useState<ShippingAddress>({ name: '', phone: '', text: '' })
  const one = item.kind === 'PARTNER'
  const max = one ? 1 : Math.max(1, Math.min(QUANTITY_MAX, item.left, item.leftForMe ?? item.left))
  return {
    quantity,
    max,
    setQuantity,
    delivery,
    setDelivery,
    address,
    setAddress: (field: AddressField, text: string) =>
      setAddress((before) => ({ ...before, [field]: text.trim() })),
    /** What is sent along: an address only with a parcel. */
    order: {
      itemId: item.id,
      quantity,
      delivery,
      ...(delivery === 'SHIPPING' ? { address } : {}),
    },
  }
}

export type Choice = ReturnType<typeof useChoice>
