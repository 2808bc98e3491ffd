/** What the mall offers. An operator's row: its price and terms are its own, not the programme's. */
export interface MallItem {
  id: string
  /** Raised by every change, so that two operators never overwrite each other. */
  version: number
  /** Raised when a price changes: what a member was quoted. */
  priceVersion: number
  state: 'draft' | 'listed' | 'withdrawn'
  kind: ItemKind
  category: string
  name: string
  summary: string
  /** Addresses of pictures, the first is shown in lists; at most five. */
  gallery: readonly string[]
  price: Price
  /** What a tier pays instead; the lowest that applies counts. */
  tierPrices: readonly (Price & { tierId: string })[]
  /** What everybody pays on the programme's member day (D3). */
  memberDayPrice: Price | null
  /** The tier from which it can be redeemed; null for everybody (M5). */
  fromTierId: string | null
  /** The window in which it can be redeemed (ms), half-open; null where it has no end. */
  opensAt: number | null
  closesAt: number | null
  limits: ItemLimits
  /** How it reaches the member; empty for what is there at once: coupons and partners' codes. */
  deliveries: readonly Delivery[]
  /** Where it can be picked up; empty for every shop. */
  shopIds: readonly string[]
  /** Days within which it has to be picked up; then the points come back. */
  collectWithinDays: number
  /** The coupon of the programme that it gives, for the kind `coupon`. */
  couponId: string | null
  /** What one costs the brand, and what it is sold for (fen); for operators. */
  costFen: number
  listPriceFen: number
}

/** `partner` hands out codes of another brand from a pool. */
export type ItemKind = 'goods' | 'drink' | 'coupon' | 'partner' | 'experience'
export type Delivery = 'pick-up' | 'shipping'

export interface Price {
  points: number
  cashFen: number
}

/** How many one member may have at the most; null for any number. */
export interface ItemLimits {
  perDay: number | null
  perMonth: number | null
  ever: number | null
}

/** How much of an item there is. `left` is what nobody has taken yet. */
export interface MallStock {
  itemId: string
  received: number
  left: number
}

/** A partner's code in an item's pool; one redemption takes it. */
export interface PoolCode {
  itemId: string
  /** 1, 2, 3 … per item: handed out in this order. */
  nth: number
  code: string
  redemptionId: string | null
}

/** What a commit writes about what is offered; a part of model.ts's closed list. */
export type MallItemChange =
  | { kind: 'mall-item-added'; item: MallItem }
  | { kind: 'mall-item-changed'; before: MallItem; after: MallItem }
  | { kind: 'stock-opened'; stock: MallStock }
  | { kind: 'stock-received'; itemId: string; count: number }
  /** Conditional: no more is taken than is left (S1). */
  | { kind: 'stock-taken'; itemId: string; count: number }
  | { kind: 'stock-returned'; itemId: string; count: number }
  /** Never available to anybody: broken, lost, counted wrongly. */
  | { kind: 'stock-removed'; itemId: string; count: number }
  | { kind: 'code-pooled'; code: PoolCode }
  /** The next free code of the item; to be written behind `stock-taken`, which keeps rivals out. */
  | { kind: 'code-taken'; itemId: string; redemptionId: string }
