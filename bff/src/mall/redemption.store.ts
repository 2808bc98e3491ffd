import { and, asc, desc, eq, isNotNull, lt, or, sql } from 'drizzle-orm'
import type { Driver } from '../db/driver.ts'
import type { Kit } from '../db/kit.ts'
import { isMember } from '../is-member.store.ts'
import type { Writers } from '../writers.ts'
import type { Redemption, RedemptionChange, RedemptionState } from './redemption.ts'

type Columns = 'id' | 'memberId' | 'version' | 'itemId' | 'state' | 'voucher' | 'createdAt'
type Body = Omit<Redemption, Columns>

export const redemptionTables = (k: Kit) => ({
  redemptions: k.table(
    'redemptions',
    {
      memberId: k.id().notNull(),
      id: k.id().notNull(),
      version: k.int().notNull(),
      itemId: k.id().notNull(),
      state: k.text<RedemptionState>().notNull(),
      voucher: k.text().notNull(),
      createdAt: k.int().notNull(),
      /** The last day to pick it up; null when it is not. */
      collectBy: k.text(),
      /** Instant (ms) until which it has to be paid; null when there is nothing to pay. */
      payBy: k.int(),
      body: k.json<Body>().notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.memberId, t.id] }),
      k.unique('redemptions_id').on(t.id),
      k.unique('redemptions_voucher').on(t.voucher),
      k.index('redemptions_of_item').on(t.memberId, t.itemId),
      k.index('redemptions_by_time').on(t.memberId, t.createdAt, t.id),
      k.index('redemptions_to_collect').on(t.state, t.collectBy, t.id),
      k.index('redemptions_to_pay').on(t.state, t.payBy, t.id),
      k.check('redemptions_version', sql`${t.version} > 0`),
    ],
  ),
})

interface Row {
  memberId: string
  id: string
  version: number
  itemId: string
  state: RedemptionState
  voucher: string
  createdAt: number
  body: Body
}

/** A place in a member's redemptions: those strictly older follow. */
export interface RedemptionPlace {
  at: number
  id: string
}

export interface DueRedemption {
  id: string
  memberId: string
}

export function redemptionStore({ kit, read, write, insert }: Driver) {
  const { redemptions } = redemptionTables(kit)
  const columns = {
    memberId: redemptions.memberId,
    id: redemptions.id,
    version: redemptions.version,
    itemId: redemptions.itemId,
    state: redemptions.state,
    voucher: redemptions.voucher,
    createdAt: redemptions.createdAt,
    body: redemptions.body,
  }
  // What a member who left redeemed is known to nobody.
  const byId = read<{ id: string }, Row>((db, { id }) =>
    db
      .select(columns)
      .from(redemptions)
      .where(and(eq(redemptions.id, id), isMember(redemptions.memberId))),
  )
  const byVoucher = read<{ voucher: string }, Row>((db, { voucher }) =>
    db
      .select(columns)
      .from(redemptions)
      .where(and(eq(redemptions.voucher, voucher), isMember(redemptions.memberId))),
  )
  const ofItem = read<{ memberId: string; itemId: string }, Row>((db, args) =>
    db
      .select(columns)
      .from(redemptions)
      .where(and(eq(redemptions.memberId, args.memberId), eq(redemptions.itemId, args.itemId)))
      .orderBy(asc(redemptions.id)),
  )
  const ofMember = read<{ memberId: string }, Row>((db, { memberId }) =>
    db
      .select(columns)
      .from(redemptions)
      .where(eq(redemptions.memberId, memberId))
      .orderBy(asc(redemptions.id)),
  )
  type PageArgs = { memberId: string; state: string; limit: number } & RedemptionPlace
  const page = read<PageArgs, Row>((db, args) =>
    db
      .select(columns)
      .from(redemptions)
      .where(
        and(
          eq(redemptions.memberId, args.memberId),
          // No state named: all of them.
          sql`(${args.state} = '' or ${redemptions.state} = ${args.state})`,
          or(
            lt(redemptions.createdAt, args.at),
            and(eq(redemptions.createdAt, args.at), lt(redemptions.id, args.id)),
          ),
        ),
      )
      .orderBy(desc(redemptions.createdAt), desc(redemptions.id))
      .limit(args.limit),
  )
  const uncollected = read<{ before: string; limit: number }, DueRedemption>((db, args) =>
    db
      .select({ id: redemptions.id, memberId: redemptions.memberId })
      .from(redemptions)
      .where(
        and(
          sql`${redemptions.state} = 'ready'`,
          isNotNull(redemptions.collectBy),
          sql`${redemptions.collectBy} < ${args.before}`,
        ),
      )
      .orderBy(asc(redemptions.collectBy), asc(redemptions.id))
      .limit(args.limit),
  )
  const unpaid = read<{ before: number; limit: number }, DueRedemption>((db, args) =>
    db
      .select({ id: redemptions.id, memberId: redemptions.memberId })
      .from(redemptions)
      .where(and(sql`${redemptions.state} = 'reserved'`, lt(redemptions.payBy, args.before)))
      .orderBy(asc(redemptions.payBy), asc(redemptions.id))
      .limit(args.limit),
  )
  const waiting = read<{ limit: number }, Row>((db, { limit }) =>
    db
      .select(columns)
      .from(redemptions)
      .where(sql`${redemptions.state} = 'to-ship'`)
      .orderBy(asc(redemptions.createdAt), asc(redemptions.id))
      .limit(limit),
  )
  const make = insert(redemptions)
  const move = write<{
    memberId: string
    id: string
    before: number
    version: number
    state: RedemptionState
    collectBy: string | null
    body: Body
  }>((db, { memberId, id, before, version, state, collectBy, body }) =>
    db
      .update(redemptions)
      .set({ version, state, collectBy, body })
      .where(
        and(
          eq(redemptions.memberId, memberId),
          eq(redemptions.id, id),
          eq(redemptions.version, before),
        ),
      ),
  )
  return {
    writers: {
      'redemption-made': ({ redemption }) => {
        const { memberId, id, version, itemId, state, voucher, createdAt, ...body } = redemption
        const { collectBy, payBy } = body
        return [
          make({
            memberId,
            id,
            version,
            itemId,
            state,
            voucher,
            createdAt,
            collectBy,
            payBy,
            body,
          }),
        ]
      },
      'redemption-moved': ({ before, after }) => {
        const { memberId, id, version, itemId, state, voucher, createdAt, ...body } = after
        const { collectBy } = body
        return [move({ memberId, id, before: before.version, version, state, collectBy, body })]
      },
    } satisfies Writers<RedemptionChange['kind']>,

    find: async (id: string): Promise<Redemption | undefined> => one(await byId({ id })),
    byVoucher: async (voucher: string): Promise<Redemption | undefined> =>
      one(await byVoucher({ voucher })),
    ofItem: async (memberId: string, itemId: string): Promise<Redemption[]> =>
      (await ofItem({ memberId, itemId })).map(redemption),
    ofMember: async (memberId: string): Promise<Redemption[]> =>
      (await ofMember({ memberId })).map(redemption),
    /** Newest first, older than a place; of one state, or all. */
    page: async (
      memberId: string,
      state: RedemptionState | null,
      after: RedemptionPlace,
      limit: number,
    ): Promise<Redemption[]> =>
      (await page({ memberId, state: state ?? '', ...after, limit })).map(redemption),
    /** The longest waiting first. */
    toShip: async (limit: number): Promise<Redemption[]> =>
      (await waiting({ limit })).map(redemption),
    /** Those that should have been paid before an instant (ms), the longest waiting first. */
    unpaid: (before: number, limit: number) => unpaid({ before, limit }),
    /** Those whose last day was before this one, the longest waiting first. */
    uncollected: (before: string, limit: number) => uncollected({ before, limit }),
  }
}

const redemption = ({ body, ...row }: Row): Redemption => ({ ...row, ...body })
const one = ([row]: Row[]): Redemption | undefined => row && redemption(row)
