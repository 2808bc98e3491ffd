import { builder } from '../graphql/builder.ts'
import { ItemKindRef } from '../mall/item.graphql.ts'
import type { ActOutcome } from './act.ts'
import { MallRequestRef, OfficeItemRef } from './office.graphql.ts'

type Of<K> = Extract<ActOutcome, { kind: K }>

export const MallItemSavedRef = builder.objectRef<Of<'MallItemSaved'>>('MallItemSaved').implement({
  fields: (t) => ({
    item: t.field({
      type: OfficeItemRef,
      resolve: async ({ itemId }, _, { stores }) => {
        const found = await stores.mallItem.find(itemId)
        if (!found) throw new Error('an item that was saved is there')
        return found
      },
    }),
  }),
})

export const MallChangeRequestedRef = builder
  .objectRef<Of<'MallChangeRequested'>>('MallChangeRequested')
  .implement({
    description: 'It may cost more than one person decides; a second one has to agree.',
    fields: (t) => ({
      request: t.field({
        type: MallRequestRef,
        resolve: async ({ requestId }, _, { stores }) => {
          const found = await stores.mallRequest.find(requestId)
          if (!found) throw new Error('a request that was made is there')
          return found
        },
      }),
    }),
  })

export const MallItemUnknownRef = builder
  .objectRef<Of<'MallItemUnknown'>>('MallItemUnknown')
  .implement({ fields: (t) => ({ itemId: t.exposeID('itemId') }) })

export const MallItemExistsRef = builder
  .objectRef<Of<'MallItemExists'>>('MallItemExists')
  .implement({ fields: (t) => ({ itemId: t.exposeID('itemId') }) })

export const MallItemDiffersRef = builder
  .objectRef<Of<'MallItemDiffers'>>('MallItemDiffers')
  .implement({
    description: 'Somebody saved it meanwhile.',
    fields: (t) => ({ version: t.exposeInt('version') }),
  })

export const StockTooLowRef = builder
  .objectRef<Of<'StockTooLow'>>('StockTooLow')
  .implement({ fields: (t) => ({ left: t.exposeInt('left') }) })

export const StockByCodesRef = builder.objectRef<Of<'StockByCodes'>>('StockByCodes').implement({
  fields: (t) => ({
    message: t.string({ resolve: () => '伙伴权益的库存就是它的码；其他商品没有码' }),
  }),
})

export const CodesKnownRef = builder.objectRef<Of<'CodesKnown'>>('CodesKnown').implement({
  description: 'Codes that are in the pool already; none was added.',
  fields: (t) => ({ codes: t.stringList({ resolve: ({ codes }) => [...codes] }) }),
})

export const KindFixedRef = builder.objectRef<Of<'KindFixed'>>('KindFixed').implement({
  description: 'There is some of it already: things do not become codes, nor codes things.',
  fields: (t) => ({ kind: t.field({ type: ItemKindRef, resolve: ({ itemKind }) => itemKind }) }),
})

export const actRefusals = [
  MallItemUnknownRef,
  MallItemExistsRef,
  MallItemDiffersRef,
  StockTooLowRef,
  StockByCodesRef,
  CodesKnownRef,
  KindFixedRef,
] as const
