import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import type { Shop } from '../model.ts'

export const ShopRef = builder.objectRef<Shop>('Shop').implement({
  fields: (t) => ({ id: t.exposeID('id'), name: t.exposeString('name') }),
})

/** The shops of these ids, in their order; one that is gone is left out. */
export async function shopsOf({ stores }: Context, ids: readonly string[]): Promise<Shop[]> {
  const shops = await Promise.all(ids.map((id) => stores.staff.shop(id)))
  return shops.flatMap((shop) => shop ?? [])
}
