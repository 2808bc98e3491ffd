/** A purchase as the till or the shop system reports it, after discounts. */
export interface Order {
  /** The system it comes from and its number there; together they name it for ever. */
  source: string
  orderId: string
  shopId: string
  channel: 'shop' | 'online'
  receiptNo: string
  paidAt: number
  lines: readonly OrderLine[]
  /** The part that was paid with gift cards or points (fen): it earns nothing. */
  notEarningFen: number
  /** The hold whose points were spent on it. */
  holdId: string | null
}

export interface OrderLine {
  lineId: string
  name: string
  category: string
  quantity: number
  /** What was paid for the whole line, after all discounts (fen). */
  netFen: number
}

/** What goes back of one line (fen). */
export interface RefundedLine {
  lineId: string
  netFen: number
}
