import { fenOf } from '../../lib/yuan'

/** What goods are counted as; the names are those the tills use. */
export const CATEGORIES = [
  { id: 'drink', name: '饮品' },
  { id: 'food', name: '轻食' },
  { id: 'new', name: '新品' },
  { id: 'goods', name: '周边' },
] as const

/** The line of a purchase that nobody split. */
const WHOLE = { id: 'other', name: '消费' }

export interface TypedSale {
  receiptNo: string
  /** Yuan, when the purchase is not split. */
  total: string
  /** Yuan by category, when it is. */
  parts: Readonly<Record<string, string>>
  isSplit: boolean
  /** Yuan of it that were paid with gift cards; empty for none. */
  giftCard: string
}

export type SaleField = 'receiptNo' | 'total' | 'giftCard' | (typeof CATEGORIES)[number]['id']

export interface Sale {
  receiptNo: string
  lines: { name: string; category: string; quantity: number; netFen: number }[]
  notEarningFen: number
}

export type ReadSale =
  | { kind: 'Sale'; sale: Sale }
  | { kind: 'Wrong'; errors: Partial<Record<SaleField, string>> }

export const totalOf = ({ lines }: Pick<Sale, 'lines'>): number =>
  lines.reduce((sum, { netFen }) => sum + netFen, 0)

const AMOUNT_WRONG = '请输入金额，最多两位小数'

/** What was typed as a purchase, or what is wrong with it, by field. Whether it counts the BFF says. */
export function readSale(typed: TypedSale): ReadSale {
  const errors: Partial<Record<SaleField, string>> = {}
  const receiptNo = typed.receiptNo.trim()
  if (receiptNo === '') errors.receiptNo = '请输入小票号'
  const fields = typed.isSplit
    ? CATEGORIES.map(({ id, name }) => ({ field: id, id, name, text: typed.parts[id] ?? '' }))
    : [{ field: 'total' as const, ...WHOLE, text: typed.total }]
  const lines: Sale['lines'] = []
  for (const { field, id, name, text } of fields) {
    if (typed.isSplit && text.trim() === '') continue
    const netFen = fenOf(text)
    if (netFen === undefined) errors[field] = AMOUNT_WRONG
    else if (netFen > 0) lines.push({ name, category: id, quantity: 1, netFen })
  }
  const [first] = fields
  const isEmpty = lines.length === 0 && fields.every(({ field }) => !errors[field])
  if (isEmpty && first) errors[first.field] = '金额要大于0'
  const notEarningFen = typed.giftCard.trim() === '' ? 0 : fenOf(typed.giftCard)
  if (notEarningFen === undefined) errors.giftCard = AMOUNT_WRONG
  else if (notEarningFen > totalOf({ lines })) errors.giftCard = '不能多于消费金额'
  if (notEarningFen === undefined || Object.keys(errors).length > 0)
    return { kind: 'Wrong', errors }
  return { kind: 'Sale', sale: { receiptNo, lines, notEarningFen } }
}
