import { and, eq, sql } from 'drizzle-orm'
import type { Driver } from '../db/driver.ts'
import type { Kit } from '../db/kit.ts'
import type { IdentityKind, MemberState, Profile } from '../model.ts'
import type { Writers } from '../writers.ts'

/** What no query looks into: read with the member, written with the member. */
type Rest = Pick<MemberState, 'streak' | 'tierGrants' | 'badges' | 'progress' | 'consents'>

export const memberTables = (k: Kit) => ({
  members: k.table(
    'members',
    {
      id: k.id().primaryKey(),
      version: k.int().notNull(),
      joinedAt: k.int().notNull(),
      points: k.int().notNull(),
      growth: k.int().notNull(),
      tierId: k.text().notNull(),
      entrySeq: k.int().notNull(),
      chainHead: k.text().notNull(),
      lastAt: k.int().notNull(),
      rest: k.json<Rest>().notNull(),
    },
    (t) => [
      k.check('members_points', sql`${t.points} between 0 and 9007199254740991`),
      k.check('members_growth', sql`${t.growth} between 0 and 9007199254740991`),
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
        tierId: args.tierId,
        entrySeq: args.entrySeq,
        chainHead: args.chainHead,
        lastAt: args.lastAt,
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

  const load = async (id: string): Promise<MemberState | undefined> => {
    const [row] = await byId({ id })
    if (!row) return undefined
    const { rest, ...columns } = row
    return { ...columns, ...rest }
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
    } satisfies Writers<
      'member-joined' | 'member-updated' | 'profile-added' | 'phone-mask-set' | 'identity-added'
    >,

    load,
    /** The member a session speaks for: it exists as long as the session does. */
    async loadKnown(id: string): Promise<MemberState> {
      const state = await load(id)
      if (!state) throw new Error('a session names a member that does not exist')
      return state
    },
    async profile(memberId: string): Promise<Profile> {
      const [profile] = await profileById({ memberId })
      if (!profile) throw new Error('a member has a profile')
      return profile
    },
    /** The member an identity belongs to. */
    memberIdOf: async (identity: IdentityKind, subject: string): Promise<string | undefined> =>
      (await byIdentity({ identity, subject }))[0]?.memberId,
    /** The oldest identity of a kind that a member has: where a notice goes. */
    subjectOf: async (memberId: string, identity: IdentityKind): Promise<string | undefined> =>
      (await ofMember({ memberId, identity }))[0]?.subject,
  }
}

function toRow(state: MemberState): Row {
  const { streak, tierGrants, badges, progress, consents, ...columns } = state
  return { ...columns, rest: { streak, tierGrants, badges, progress, consents } }
}
