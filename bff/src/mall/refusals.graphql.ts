import { formatAmount } from '@evergreen/shared/format.ts'
import { builder } from '../graphql/builder.ts'
import { tierById } from '../program/program.ts'
import { ShopRef, shopsOf } from '../staff/shop.graphql.ts'
import { TierRef } from '../tier/tier.graphql.ts'
import type { EarningWay } from './earning-ways.ts'
import { MallPriceRef } from './item.graphql.ts'
import type { RedeemRefusal } from './redeem.ts'
import type { LimitPer } from './standing.ts'

type Of<K> = Extract<RedeemRefusal, { kind: K }>

export const ItemUnknownRef = builder.objectRef<Of<'ItemUnknown'>>('ItemUnknown').implement({
  fields: (t) => ({
    itemId: t.exposeID('itemId'),
    message: t.string({ resolve: () => '这件商品已下架' }),
  }),
})

const DeliveryNotOfferedRef = builder
  .objectRef<Of<'DeliveryNotOffered'>>('DeliveryNotOffered')
  .implement({ fields: (t) => ({ message: t.string({ resolve: () => '不支持这种领取方式' }) }) })

const AddressNeededRef = builder.objectRef<Of<'AddressNeeded'>>('AddressNeeded').implement({
  fields: (t) => ({ message: t.string({ resolve: () => '请填写收货地址' }) }),
})

const ShopNotOfferedRef = builder.objectRef<Of<'ShopNotOffered'>>('ShopNotOffered').implement({
  fields: (t) => ({
    shops: t.field({
      type: [ShopRef],
      resolve: ({ shopIds }, _, context) => shopsOf(context, shopIds),
    }),
    message: t.string({ resolve: () => '这家门店没有这件商品' }),
  }),
})

const WindowClosedRef = builder.objectRef<Of<'WindowClosed'>>('WindowClosed').implement({
  fields: (t) => ({
    opensAt: t.expose('opensAt', { type: 'Time', nullable: true }),
    closesAt: t.expose('closesAt', { type: 'Time', nullable: true }),
    message: t.string({ resolve: () => '不在兑换时间内' }),
  }),
})

const TierTooLowRef = builder.objectRef<Of<'TierTooLow'>>('TierTooLow').implement({
  fields: (t) => ({
    fromTier: t.field({
      type: TierRef,
      resolve: ({ fromTierId }, _, { program }) => tierById(program.body, fromTierId),
    }),
    message: t.string({
      resolve: ({ fromTierId }, _, { program }) =>
        `${tierById(program.body, fromTierId).name}及以上会员可以兑换`,
    }),
  }),
})

const LimitPerRef = builder.enumType('LimitPer', {
  values: {
    DAY: { value: 'day' },
    MONTH: { value: 'month' },
    EVER: { value: 'ever' },
  } satisfies Record<string, { value: LimitPer }>,
})

const perWords: Readonly<Record<LimitPer, string>> = { day: '每天', month: '每月', ever: '' }

const LimitReachedRef = builder.objectRef<Of<'LimitReached'>>('LimitReached').implement({
  fields: (t) => ({
    per: t.field({ type: LimitPerRef, resolve: ({ per }) => per }),
    max: t.exposeInt('max'),
    left: t.exposeInt('left'),
    message: t.string({
      resolve: ({ per, max, left }) => `每人${perWords[per]}限兑${max}件，还可以兑${left}件`,
    }),
  }),
})

const SoldOutRef = builder.objectRef<Of<'SoldOut'>>('SoldOut').implement({
  fields: (t) => ({
    left: t.exposeInt('left'),
    message: t.string({
      resolve: ({ left }) => (left === 0 ? '已经兑完了' : `只剩${left}件了`),
    }),
  }),
})

const PriceChangedRef = builder.objectRef<Of<'PriceChanged'>>('PriceChanged').implement({
  description: 'It costs something else now; nothing was done.',
  fields: (t) => ({
    price: t.field({ type: MallPriceRef, resolve: ({ price }) => price }),
    points: t.expose('points', { type: 'Amount', description: 'For all of them.' }),
    cashFen: t.expose('cashFen', { type: 'Fen' }),
    message: t.string({ resolve: () => '价格有变化，请再确认一次' }),
  }),
})

export const EarningWayRef = builder.objectRef<EarningWay>('EarningWay').implement({
  fields: (t) => ({
    text: t.exposeString('text'),
    points: t.expose('points', { type: 'Amount' }),
  }),
})

const NotEnoughPointsRef = builder.objectRef<Of<'NotEnoughPoints'>>('NotEnoughPoints').implement({
  fields: (t) => ({
    missing: t.expose('missing', { type: 'Amount' }),
    ways: t.field({
      type: [EarningWayRef],
      description: 'How to earn them.',
      resolve: ({ ways }) => [...ways],
    }),
    message: t.string({ resolve: ({ missing }) => `还差${formatAmount(missing)}积分` }),
  }),
})

const PaymentUnavailableRef = builder
  .objectRef<Of<'PaymentUnavailable'>>('PaymentUnavailable')
  .implement({ fields: (t) => ({ message: t.string({ resolve: () => '暂时不能在线付款' }) }) })

/** Why an item cannot be had, in the order in which it is asked. */
export const redeemRefusals = [
  ItemUnknownRef,
  DeliveryNotOfferedRef,
  AddressNeededRef,
  ShopNotOfferedRef,
  WindowClosedRef,
  TierTooLowRef,
  LimitReachedRef,
  SoldOutRef,
  PriceChangedRef,
  NotEnoughPointsRef,
  PaymentUnavailableRef,
] as const
