import { and, asc, desc, eq, gt, lt, or, sql } from 'drizzle-orm'
import type { Driver } from '../db/driver.ts'
import type { Kit } from '../db/kit.ts'
import type { Writers } from '../writers.ts'
import type { Invitation, InvitationChange, InvitationState, RejectReason } from './invitation.ts'

/** Who brought whom: one row for each member who was brought, under their own id. */
export const invitationTables = (k: Kit) => ({
  invitations: k.table(
    'invitations',
    {
      inviteeId: k.id().primaryKey(),
      inviterId: k.id().notNull(),
      code: k.text().notNull(),
      state: k.text<InvitationState>().notNull(),
      reason: k.text<RejectReason>(),
      suspicion: k.text(),
      order: k.text(),
      rewardsAt: k.int(),
      at: k.int().notNull(),
    },
    (t) => [k.index('invitations_of_inviter').on(t.inviterId, t.at, t.inviteeId)],
  ),
})

type Kinds = Extract<InvitationChange['kind'], `invitation-${string}`>
/** How many of the latest a signal looks at. */
const LATEST = 200

export function invitationStore({ kit, read, write, insert }: Driver) {
  const { invitations } = invitationTables(kit)
  const byInvitee = read<{ inviteeId: string }, Invitation>((db, { inviteeId }) =>
    db.select().from(invitations).where(eq(invitations.inviteeId, inviteeId)),
  )
  const before = read<
    { inviterId: string; at: number; inviteeId: string; limit: number },
    Invitation
  >((db, { inviterId, at, inviteeId, limit }) =>
    db
      .select()
      .from(invitations)
      .where(
        and(
          eq(invitations.inviterId, inviterId),
          or(
            lt(invitations.at, at),
            and(eq(invitations.at, at), gt(invitations.inviteeId, inviteeId)),
          ),
        ),
      )
      .orderBy(desc(invitations.at), asc(invitations.inviteeId))
      .limit(limit),
  )
  const counted = read<
    { inviterId: string },
    { state: InvitationState; isHeld: number; isRejected: number; count: number }
  >((db, { inviterId }) => {
    const isHeld = sql<number>`case when ${invitations.suspicion} is null then 0 else 1 end`
    const isRejected = sql<number>`case when ${invitations.reason} is null then 0 else 1 end`
    return db
      .select({
        state: invitations.state,
        isHeld: isHeld.mapWith(Number),
        isRejected: isRejected.mapWith(Number),
        count: sql<number>`count(*)`.mapWith(Number),
      })
      .from(invitations)
      .where(eq(invitations.inviterId, inviterId))
      .groupBy(invitations.state, isHeld, isRejected)
  })
  const insertRow = insert(invitations)
  const qualify = write<{ inviteeId: string; order: string; rewardsAt: number }>((db, args) =>
    db
      .update(invitations)
      .set({
        state: sql`case when ${invitations.state} = 'registered' then 'qualified' else ${invitations.state} end`,
        rewardsAt: sql`case when ${invitations.state} = 'registered' then ${args.rewardsAt} else ${invitations.rewardsAt} end`,
        order: sql`case when ${invitations.state} = 'registered' then ${args.order} else ${invitations.order} end`,
      })
      .where(eq(invitations.inviteeId, args.inviteeId)),
  )
  const reopen = write<{ inviteeId: string; order: string }>((db, { inviteeId, order }) => {
    const isOpen = sql`${invitations.state} = 'qualified' and ${invitations.order} = ${order}`
    return db
      .update(invitations)
      .set({
        state: sql`case when ${isOpen} then 'registered' else ${invitations.state} end`,
        rewardsAt: sql`case when ${isOpen} then null else ${invitations.rewardsAt} end`,
        order: sql`case when ${isOpen} then null else ${invitations.order} end`,
      })
      .where(eq(invitations.inviteeId, inviteeId))
  })
  const reward = write<{ inviteeId: string; rewardsAt: number }>((db, args) =>
    db
      .update(invitations)
      .set({ state: 'rewarded' })
      .where(
        and(
          eq(invitations.inviteeId, args.inviteeId),
          eq(invitations.state, 'qualified'),
          eq(invitations.rewardsAt, args.rewardsAt),
        ),
      ),
  )
  const suspect = write<{ inviteeId: string; signalId: string }>((db, { inviteeId, signalId }) =>
    db.update(invitations).set({ suspicion: signalId }).where(eq(invitations.inviteeId, inviteeId)),
  )
  const clear = write<{ inviteeId: string }>((db, { inviteeId }) =>
    db
      .update(invitations)
      .set({ suspicion: null, reason: null })
      .where(eq(invitations.inviteeId, inviteeId)),
  )
  const reject = write<{ inviteeId: string }>((db, { inviteeId }) =>
    db
      .update(invitations)
      .set({ suspicion: null, reason: 'unfair' })
      .where(eq(invitations.inviteeId, inviteeId)),
  )
  const erase = write<{ inviteeId: string }>((db, { inviteeId }) =>
    db.delete(invitations).where(eq(invitations.inviteeId, inviteeId)),
  )
  const page = (inviterId: string, at: number, inviteeId: string, limit: number) =>
    before({ inviterId, at, inviteeId, limit })

  return {
    writers: {
      'invitation-made': ({ invitation }) => [insertRow(invitation)],
      'invitation-qualified': ({ inviteeId, order, rewardsAt }) => [
        qualify({ inviteeId, order, rewardsAt }),
      ],
      'invitation-reopened': ({ inviteeId, order }) => [reopen({ inviteeId, order })],
      'invitation-rewarded': ({ inviteeId, rewardsAt }) => [reward({ inviteeId, rewardsAt })],
      'invitation-suspected': ({ inviteeId, signalId }) => [suspect({ inviteeId, signalId })],
      'invitation-judged': ({ inviteeId, verdict }) => [
        verdict === 'fair' ? clear({ inviteeId }) : reject({ inviteeId }),
      ],
      'invitation-erased': ({ inviteeId }) => [erase({ inviteeId })],
    } satisfies Writers<Kinds>,

    find: async (inviteeId: string): Promise<Invitation | undefined> =>
      (await byInvitee({ inviteeId }))[0],
    /** Friends of a member, the latest first, after the one named. */
    ofInviter: (
      inviterId: string,
      limit: number,
      after: { at: number; inviteeId: string } = { at: Number.MAX_SAFE_INTEGER, inviteeId: '' },
    ): Promise<Invitation[]> => page(inviterId, after.at, after.inviteeId, limit),
    /** The latest friends of a member: when they joined, and how many of them ever paid. */
    async lately(inviterId: string): Promise<{ joins: number[]; paid: number }> {
      const rows = await page(inviterId, Number.MAX_SAFE_INTEGER, '', LATEST)
      const paid = rows.filter(({ state }) => state === 'qualified' || state === 'rewarded').length
      return { joins: rows.map(({ at }) => at), paid }
    },
    /** How many friends of a member stand where; those that are looked at stand apart. */
    count: (inviterId: string) => counted({ inviterId }),
  }
}
