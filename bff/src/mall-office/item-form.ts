import type { Delivery, ItemKind, MallItem, Price } from '../mall/item.ts'
import type { FormOf } from '../program/form.ts'
import { checkForm } from '../program/form.ts'
import * as form from '../program/form-parts.ts'
import { choice, group, list, optional, text, whole } from '../program/form-parts.ts'
import type { Program } from '../program/program.ts'

/** An item as an operator writes it down: everything but what the house keeps of it. */
export interface ItemForm {
  kind: ItemKind
  category: string
  name: string
  summary: string
  gallery: readonly string[]
  price: Price
  tierPrices: readonly (Price & { tierId: string })[]
  memberDayPrice?: Price
  fromTierId?: string
  opensAt?: number
  closesAt?: number
  limits: { perDay?: number; perMonth?: number; ever?: number }
  deliveries: readonly Delivery[]
  shopIds: readonly string[]
  collectWithinDays: number
  couponId?: string
  costFen: number
  listPriceFen: number
}

const priceFields = { points: whole('积分'), cashFen: form.yuan('另付') }

const itemForm: FormOf<ItemForm> = group('', {
  kind: choice('种类', {
    goods: '好物',
    drink: '饮品',
    coupon: '优惠券',
    partner: '伙伴权益',
    experience: '体验',
  }),
  category: text('分类'),
  name: form.name,
  summary: form.summary,
  gallery: list('图片', text('图片')),
  price: group('价格', priceFields),
  tierPrices: list('等级价', group('', { tierId: form.idOf('tiers', '等级'), ...priceFields })),
  memberDayPrice: optional(group('会员日价', priceFields)),
  fromTierId: optional(form.idOf('tiers', '起兑等级')),
  opensAt: optional(whole('开始时间')),
  closesAt: optional(whole('截止时间')),
  limits: group('每人上限', {
    perDay: optional(whole('每天')),
    perMonth: optional(whole('每月')),
    ever: optional(whole('累计')),
  }),
  deliveries: list('领取方式', choice('', { 'pick-up': '到店领取', shipping: '邮寄' })),
  shopIds: list('门店', text('门店')),
  collectWithinDays: whole('领取期限', ' 天'),
  couponId: optional(form.idOf('coupons', '优惠券')),
  costFen: form.yuan('成本'),
  listPriceFen: form.yuan('门市价'),
})

const GALLERY_MAX = 5
const POINTS_MAX = 10_000_000
const FEN_MAX = 100_000_000

/** Reads an item that somebody wrote as JSON, or says precisely what is wrong with it. */
export function readItem(
  written: string,
  program: Program,
  shopIds: readonly string[],
): { item: ItemForm } | { problems: readonly string[] } {
  let value: unknown
  try {
    value = JSON.parse(written)
  } catch {
    return { problems: ['item: must be JSON'] }
  }
  const shape = checkForm(itemForm, value, 'item')
  if (shape.length > 0) return { problems: shape }
  const item = value as ItemForm
  const problems = problemsOf(item, program, shopIds)
  return problems.length > 0 ? { problems } : { item }
}

function problemsOf(item: ItemForm, program: Program, shops: readonly string[]): string[] {
  const { tiers, coupons } = program
  const isTier = (id: string) => tiers.some((tier) => tier.id === id)
  const isInstant = item.kind === 'coupon' || item.kind === 'partner'
  const when = (wrong: boolean, problem: string) => (wrong ? [`item.${problem}`] : [])
  const { opensAt, closesAt, memberDayPrice } = item
  return [
    ...text1to('name', item.name, 40),
    ...text1to('category', item.category, 20),
    ...text1to('summary', item.summary, 200),
    ...when(item.gallery.length > GALLERY_MAX, `gallery: at most ${GALLERY_MAX} pictures`),
    ...item.gallery.flatMap((src, i) =>
      when(!/^(https:\/\/|\/)\S{1,300}$/.test(src), `gallery[${i}]: is an https address or a path`),
    ),
    ...problemsOfPrice('price', item.price),
    ...item.tierPrices.flatMap((row, i) => [
      ...problemsOfPrice(`tierPrices[${i}]`, row),
      ...when(!isTier(row.tierId), `tierPrices[${i}]: there is no tier ${row.tierId}`),
    ]),
    ...item.tierPrices.flatMap(({ tierId }, i) =>
      when(
        item.tierPrices.findIndex((row) => row.tierId === tierId) < i,
        `tierPrices[${i}]: ${tierId} stands there twice`,
      ),
    ),
    ...(memberDayPrice ? problemsOfPrice('memberDayPrice', memberDayPrice) : []),
    ...when(
      memberDayPrice !== undefined &&
        (memberDayPrice.points > item.price.points || memberDayPrice.cashFen > item.price.cashFen),
      'memberDayPrice: is not above the price',
    ),
    ...when(
      item.fromTierId !== undefined && !isTier(item.fromTierId),
      `fromTierId: there is no tier ${item.fromTierId}`,
    ),
    ...when(
      opensAt !== undefined && closesAt !== undefined && closesAt <= opensAt,
      'closesAt: is behind opensAt',
    ),
    ...Object.entries(item.limits).flatMap(([name, max]) =>
      when(max < 1 || max > 1_000, `limits.${name}: 1 to 1000`),
    ),
    ...when(new Set(item.deliveries).size < item.deliveries.length, 'deliveries: each once'),
    ...when(isInstant && item.deliveries.length > 0, 'deliveries: it is there at once'),
    ...when(
      !isInstant && item.deliveries.length === 0,
      'deliveries: how does it reach the member?',
    ),
    ...item.shopIds.flatMap((id, i) =>
      when(!shops.includes(id), `shopIds[${i}]: there is no shop ${id}`),
    ),
    ...when(
      item.collectWithinDays < 1 || item.collectWithinDays > 366,
      'collectWithinDays: 1 to 366',
    ),
    ...when(
      item.kind === 'coupon' && !coupons.some(({ id }) => id === item.couponId),
      'couponId: names a coupon of the programme',
    ),
    ...when(item.kind !== 'coupon' && item.couponId !== undefined, 'couponId: is for coupons'),
    ...inFen('costFen', item.costFen),
    ...inFen('listPriceFen', item.listPriceFen),
  ]
}

const text1to = (field: string, value: string, max: number): string[] => {
  const { length } = value.trim()
  return length < 1 || length > max ? [`item.${field}: 1 to ${max} characters`] : []
}

const inFen = (field: string, fen: number): string[] =>
  fen < 0 || fen > FEN_MAX ? [`item.${field}: 0 to ${FEN_MAX}`] : []

const problemsOfPrice = (field: string, { points, cashFen }: Price): string[] => [
  ...(points < 1 || points > POINTS_MAX ? [`item.${field}.points: 1 to ${POINTS_MAX}`] : []),
  ...inFen(`${field}.cashFen`, cashFen),
]

/** What was written, as the house keeps it. */
export const bodyOf = (
  item: ItemForm,
): Omit<MallItem, 'id' | 'version' | 'priceVersion' | 'state'> => ({
  ...item,
  memberDayPrice: item.memberDayPrice ?? null,
  fromTierId: item.fromTierId ?? null,
  opensAt: item.opensAt ?? null,
  closesAt: item.closesAt ?? null,
  couponId: item.couponId ?? null,
  limits: {
    perDay: item.limits.perDay ?? null,
    perMonth: item.limits.perMonth ?? null,
    ever: item.limits.ever ?? null,
  },
})
