import { and, asc, eq, sql } from 'drizzle-orm'
import type { Driver } from '../db/driver.ts'
import type { Kit } from '../db/kit.ts'
import { isMember } from '../is-member.store.ts'
import type { Coupon, CouponState } from '../model.ts'
import type { Writers } from '../writers.ts'

export const couponTables = (k: Kit) => ({
  coupons: k.table(
    'coupons',
    {
      memberId: k.id().notNull(),
      code: k.text().notNull(),
      couponId: k.text().notNull(),
      key: k.text().notNull(),
      state: k.text<CouponState>().notNull(),
      issuedOn: k.text().notNull(),
      expiresOn: k.text().notNull(),
      order: k.text(),
      reservedUntil: k.int(),
      programVersion: k.int().notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.memberId, t.code] }),
      k.unique('coupons_code').on(t.code),
      k.unique('coupons_key').on(t.memberId, t.key),
      k.index('coupons_of_order').on(t.order),
    ],
  ),
})

export function couponStore({ kit, read, write, insert }: Driver) {
  const { coupons } = couponTables(kit)
  // A coupon of a member who left is known to nobody.
  const byCode = read<{ code: string }, Coupon>((db, { code }) =>
    db
      .select()
      .from(coupons)
      .where(and(eq(coupons.code, code), isMember(coupons.memberId))),
  )
  const ofMember = read<{ memberId: string }, Coupon>((db, { memberId }) =>
    db
      .select()
      .from(coupons)
      .where(eq(coupons.memberId, memberId))
      .orderBy(asc(coupons.expiresOn), asc(coupons.code)),
  )
  const ofOrder = read<{ order: string }, Coupon>((db, { order }) =>
    db.select().from(coupons).where(eq(coupons.order, order)).orderBy(asc(coupons.code)),
  )
  const insertCoupon = insert(coupons)
  type Move = {
    memberId: string
    code: string
    before: CouponState
    orderBefore: string
    reservedBefore: number
    state: CouponState
    expiresOn: string
    order: string | null
    reservedUntil: number | null
  }
  const move = write<Move>((db, args) =>
    db
      .update(coupons)
      .set({
        state: args.state,
        expiresOn: args.expiresOn,
        order: args.order,
        reservedUntil: args.reservedUntil,
      })
      .where(
        and(
          eq(coupons.memberId, args.memberId),
          eq(coupons.code, args.code),
          eq(coupons.state, args.before),
          // The same reservation, not another one made since.
          sql`coalesce(${coupons.order}, '') = ${args.orderBefore}`,
          sql`coalesce(${coupons.reservedUntil}, 0) = ${args.reservedBefore}`,
        ),
      ),
  )
  return {
    writers: {
      'coupon-issued': ({ coupon }) => [insertCoupon(coupon)],
      'coupon-moved': ({
        before,
        after: { memberId, code, state, expiresOn, order, reservedUntil },
      }) => [
        move({
          memberId,
          code,
          before: before.state,
          orderBefore: before.order ?? '',
          reservedBefore: before.reservedUntil ?? 0,
          state,
          expiresOn,
          order,
          reservedUntil,
        }),
      ],
    } satisfies Writers<'coupon-issued' | 'coupon-moved'>,

    find: async (code: string): Promise<Coupon | undefined> => (await byCode({ code }))[0],
    /** Those that end first come first. */
    ofMember: (memberId: string) => ofMember({ memberId }),
    ofOrder: (order: string) => ofOrder({ order }),
  }
}
