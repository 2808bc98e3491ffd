import type { Day } from '@evergreen/shared/day.ts'
import { and, asc, eq, gt, lte, sql } from 'drizzle-orm'
import type { Driver } from '../db/driver.ts'
import type { Kit } from '../db/kit.ts'
import type { IdentityKind, MemberState, Profile } from '../model.ts'
import { recent } from '../recent.ts'
import type { Writers } from '../writers.ts'

/** What no query looks into: read with the member, written with the member. */
type Rest = Pick<
  MemberState,
  | 'clockDay'
  | 'lots'
  | 'holds'
  | 'streak'
  | 'tierGrants'
  | 'standing'
  | 'badges'
  | 'progress'
  | 'counts'
  | 'birthday'
  | 'consents'
  | 'invited'
  | 'pulse'
>

/** What a member who left is called. */
const LEFT = '已注销的会员'
/** For shares of all members, which are no figures to the minute. */
const TOTAL_KNOWN_MS = 5 * 60_000

export const memberTables = (k: Kit) => ({
  members: k.table(
    'members',
    {
      id: k.id().primaryKey(),
      version: k.int().notNull(),
      joinedAt: k.int().notNull(),
      points: k.int().notNull(),
      growth: k.int().notNull(),
      pending: k.int().notNull(),
      held: k.int().notNull(),
      debt: k.int().notNull(),
      tierId: k.text().notNull(),
      entrySeq: k.int().notNull(),
      factSeq: k.int().notNull(),
      chainHead: k.text().notNull(),
      lastAt: k.int().notNull(),
      dueOn: k.text().notNull(),
      rest: k.json<Rest>().notNull(),
    },
    (t) => [
      k.index('members_due').on(t.dueOn, t.id),
      k.index('members_tier').on(t.tierId),
      k.check('members_points', sql`${t.points} between 0 and 9007199254740991`),
      k.check('members_growth', sql`${t.growth} between 0 and 9007199254740991`),
      k.check('members_pending', sql`${t.pending} >= 0`),
      k.check('members_held', sql`${t.held} >= 0`),
      k.check('members_debt', sql`${t.debt} >= 0`),
    ],
  ),
  profiles: k.table('profiles', {
    memberId: k.id().primaryKey(),
    alias: k.text().notNull(),
    phoneMask: k.text(),
  }),
  identities: k.table(
    'identities',
    {
      identity: k.text<IdentityKind>().notNull(),
      subject: k.text().notNull(),
      memberId: k.id().notNull(),
      at: k.int().notNull(),
    },
    (t) => [
      k.primaryKey({ columns: [t.identity, t.subject] }),
      k.index('identities_of_member').on(t.memberId),
    ],
  ),
})

type Row = Omit<MemberState, keyof Rest> & { rest: Rest }

export function memberStore({ kit, read, write, insert }: Driver) {
  const { members, profiles, identities } = memberTables(kit)

  const byId = read<{ id: string }, Row>((db, { id }) =>
    db.select().from(members).where(eq(members.id, id)),
  )
  const profileById = read<{ memberId: string }, Profile>((db, { memberId }) =>
    db.select().from(profiles).where(eq(profiles.memberId, memberId)),
  )
  const byIdentity = read<{ identity: IdentityKind; subject: string }, { memberId: string }>(
    (db, args) =>
      db
        .select({ memberId: identities.memberId })
        .from(identities)
        .where(and(eq(identities.identity, args.identity), eq(identities.subject, args.subject))),
  )
  const ofMember = read<{ memberId: string; identity: IdentityKind }, { subject: string }>(
    (db, { memberId, identity }) =>
      db
        .select({ subject: identities.subject })
        .from(identities)
        .where(and(eq(identities.memberId, memberId), eq(identities.identity, identity)))
        .orderBy(identities.at, identities.subject),
  )
  const due = read<{ day: Day; limit: number }, { id: string }>((db, { day, limit }) =>
    db
      .select({ id: members.id })
      .from(members)
      .where(lte(members.dueOn, day))
      .orderBy(asc(members.dueOn), asc(members.id))
      .limit(limit),
  )
  const dueCount = read<{ day: Day }, { total: number }>((db, { day }) =>
    db
      .select({ total: sql<number>`count(*)`.mapWith(Number) })
      .from(members)
      .where(lte(members.dueOn, day)),
  )
  const afterId = read<{ id: string; limit: number }, Row>((db, { id, limit }) =>
    db.select().from(members).where(gt(members.id, id)).orderBy(asc(members.id)).limit(limit),
  )
  const byTier = read<object, { tierId: string; members: number }>((db) =>
    db
      .select({ tierId: members.tierId, members: sql<number>`count(*)`.mapWith(Number) })
      .from(members)
      .groupBy(members.tierId),
  )
  const identitiesOf = read<{ memberId: string }, { identity: IdentityKind; subject: string }>(
    (db, { memberId }) =>
      db
        .select({ identity: identities.identity, subject: identities.subject })
        .from(identities)
        .where(eq(identities.memberId, memberId)),
  )
  const insertMember = insert(members)
  const insertProfile = insert(profiles)
  const insertIdentity = insert(identities)
  const updateMember = write<Row & { before: number }>((db, args) =>
    db
      .update(members)
      .set({
        version: args.version,
        points: args.points,
        growth: args.growth,
        pending: args.pending,
        held: args.held,
        debt: args.debt,
        tierId: args.tierId,
        entrySeq: args.entrySeq,
        factSeq: args.factSeq,
        chainHead: args.chainHead,
        lastAt: args.lastAt,
        dueOn: args.dueOn,
        rest: args.rest,
      })
      .where(and(eq(members.id, args.id), eq(members.version, args.before))),
  )
  const setPhoneMask = write<{ memberId: string; phoneMask: string }>((db, args) =>
    db
      .update(profiles)
      .set({ phoneMask: args.phoneMask })
      .where(eq(profiles.memberId, args.memberId)),
  )

  const erase = write<{ id: string }>((db, { id }) => db.delete(members).where(eq(members.id, id)))
  const eraseProfile = write<{ memberId: string }>((db, { memberId }) =>
    db.delete(profiles).where(eq(profiles.memberId, memberId)),
  )
  const eraseIdentity = write<{ memberId: string; identity: IdentityKind; subject: string }>(
    (db, args) =>
      db
        .delete(identities)
        .where(
          and(
            eq(identities.identity, args.identity),
            eq(identities.subject, args.subject),
            eq(identities.memberId, args.memberId),
          ),
        ),
  )

  const load = async (id: string): Promise<MemberState | undefined> => {
    const [row] = await byId({ id })
    return row && fromRow(row)
  }

  return {
    writers: {
      'member-joined': ({ state }) => [insertMember(toRow(state))],
      'member-updated': ({ before, after }) => [
        updateMember({ ...toRow(after), version: before.version + 1, before: before.version }),
      ],
      'profile-added': ({ profile }) => [insertProfile(profile)],
      'phone-mask-set': ({ memberId, phoneMask }) => [setPhoneMask({ memberId, phoneMask })],
      'identity-added': ({ identity, subject, memberId, at }) => [
        insertIdentity({ identity, subject, memberId, at }),
      ],
      'member-erased': ({ memberId, identities: known }) => [
        erase({ id: memberId }),
        eraseProfile({ memberId }),
        ...known.map((each) => eraseIdentity({ memberId, ...each })),
      ],
    } satisfies Writers<
      | 'member-joined'
      | 'member-updated'
      | 'member-erased'
      | 'profile-added'
      | 'phone-mask-set'
      | 'identity-added'
    >,

    load,
    /** Members for whom the clock has something to bring on a day, the longest waiting first. */
    due: async (day: Day, limit: number): Promise<string[]> =>
      (await due({ day, limit })).map(({ id }) => id),
    countDue: async (day: Day): Promise<number> => (await dueCount({ day }))[0]?.total ?? 0,
    /** All members, page by page in the order of their ids. */
    page: async (afterMemberId: string, limit: number): Promise<MemberState[]> =>
      (await afterId({ id: afterMemberId, limit })).map(fromRow),
    /** How many members stand at each tier. */
    countByTier: () => byTier({}),
    /** How many members there are, as it was at most five minutes before `now` (ms). */
    total: recent(
      TOTAL_KNOWN_MS,
      async (): Promise<number> => (await byTier({})).reduce((sum, tier) => sum + tier.members, 0),
    ),
    /** The member a session speaks for: it exists as long as the session does. */
    async loadKnown(id: string): Promise<MemberState> {
      const state = await load(id)
      if (!state) throw new Error('a session names a member that does not exist')
      return state
    },
    /** Of a member who left it says so, and nothing more. */
    async profile(memberId: string): Promise<Profile> {
      const [profile] = await profileById({ memberId })
      return profile ?? { memberId, alias: LEFT, phoneMask: null }
    },
    /** The member an identity belongs to. */
    memberIdOf: async (identity: IdentityKind, subject: string): Promise<string | undefined> =>
      (await byIdentity({ identity, subject }))[0]?.memberId,
    identitiesOf: (memberId: string) => identitiesOf({ memberId }),
    /** The oldest identity of a kind that a member has: where a notice goes. */
    subjectOf: async (memberId: string, identity: IdentityKind): Promise<string | undefined> =>
      (await ofMember({ memberId, identity }))[0]?.subject,
  }
}

function toRow(state: MemberState): Row {
  const { clockDay, lots, holds, streak, tierGrants, standing, ...others } = state
  const { badges, progress, counts, birthday, consents, invited, pulse, ...columns } = others
  const value = { clockDay, lots, holds, streak, tierGrants, standing }
  const rest = { ...value, badges, progress, counts, birthday, consents, invited, pulse }
  return { ...columns, rest }
}

const fromRow = ({ rest, ...columns }: Row): MemberState => ({ ...columns, ...rest })
