export type Direction = 'add' | 'take'

export interface TypedWish {
  unit: 'POINTS' | 'GROWTH'
  direction: Direction
  amount: string
  reason: string
  reference: string
}

export type WishField = 'amount' | 'reason' | 'reference'

export interface Wish {
  unit: 'POINTS' | 'GROWTH'
  /** Signed. */
  amount: number
  reason: string
  reference: string
}

export type ReadWish =
  | { kind: 'Wish'; wish: Wish }
  | { kind: 'Wrong'; errors: Partial<Record<WishField, string>> }

/** More than this the BFF takes from nobody. */
const AMOUNT_MAX = 1_000_000

/** What was typed as an adjustment, or what is missing, by field. */
export function readWish(typed: TypedWish): ReadWish {
  const [reason, reference] = [typed.reason.trim(), typed.reference.trim()]
  const amount = /^\d{1,7}$/.test(typed.amount.trim()) ? Number(typed.amount) : 0
  const errors: Partial<Record<WishField, string>> = {}
  if (amount === 0 || amount > AMOUNT_MAX) errors.amount = '请输入1到1,000,000之间的整数'
  if (reason === '') errors.reason = '请写明原因，会员看得到'
  if (reference === '') errors.reference = '请填写小票号或工单号'
  if (Object.keys(errors).length > 0) return { kind: 'Wrong', errors }
  const signed = typed.direction === 'add' ? amount : -amount
  return { kind: 'Wish', wish: { unit: typed.unit, amount: signed, reason, reference } }
}
