import { builder } from '../graphql/builder.ts'
import { MemberRef } from '../member/member.graphql.ts'
import type { BadgeDefinition, Program } from '../program/program.ts'
import { BenefitRef } from '../tier/tier.graphql.ts'
import type { BadgeOfMember } from './badge.ts'
import { badgesOf, opensOf, rarityBp } from './badge.ts'

export const BadgeRef = builder.objectRef<BadgeDefinition>('Badge').implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.exposeString('name'),
    summary: t.exposeString('summary'),
    family: t.exposeString('family', { description: 'Badges of one family are shown together.' }),
    benefits: t.field({
      description: 'What holding it opens.',
      type: [BenefitRef],
      resolve: (badge, _, { program }) => opensOf(badge, program.body),
    }),
    rarityBp: t.int({
      description:
        'Share of all members that holds it, in basis points, some minutes old; null below five holders.',
      nullable: true,
      resolve: async ({ id }, _, { stores, now }) => {
        const [holders, members] = await Promise.all([
          stores.badge.holders(now()),
          stores.member.total(now()),
        ])
        return rarityBp(holders.get(id) ?? 0, members)
      },
    }),
  }),
})

export function badgeById({ badges }: Program, badgeId: string): BadgeDefinition {
  const badge = badges.find((row) => row.id === badgeId)
  if (!badge) throw new Error(`the programme has no badge ${badgeId}`)
  return badge
}

const BadgeOfMemberRef = builder.objectRef<BadgeOfMember>('BadgeOfMember').implement({
  fields: (t) => ({
    badge: t.field({ type: BadgeRef, resolve: ({ badge }) => badge }),
    earnedOn: t.expose('earnedOn', {
      type: 'Day',
      nullable: true,
      description: 'Null until it is earned.',
    }),
  }),
})

builder.objectField(MemberRef, 'badges', (t) =>
  t.field({
    description: 'Every badge of the programme, family by family.',
    type: [BadgeOfMemberRef],
    resolve: (member, _, { program }) => [...badgesOf(member, program.body)],
  }),
)
