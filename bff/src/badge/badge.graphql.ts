import type { Day } from '@evergreen/shared/day.ts'
import { builder } from '../graphql/builder.ts'
import { MemberRef } from '../member/member.graphql.ts'
import type { BadgeDefinition, Program } from '../program/program.ts'

export const BadgeRef = builder.objectRef<BadgeDefinition>('Badge').implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.exposeString('name'),
    summary: t.exposeString('summary'),
  }),
})

export function badgeById({ badges }: Program, badgeId: string): BadgeDefinition {
  const badge = badges.find((row) => row.id === badgeId)
  if (!badge) throw new Error(`the programme has no badge ${badgeId}`)
  return badge
}

const EarnedBadgeRef = builder
  .objectRef<{ badgeId: string; earnedOn: Day }>('EarnedBadge')
  .implement({
    fields: (t) => ({
      badge: t.field({
        type: BadgeRef,
        resolve: ({ badgeId }, _, { program }) => badgeById(program.body, badgeId),
      }),
      earnedOn: t.expose('earnedOn', { type: 'Day' }),
    }),
  })

builder.objectField(MemberRef, 'badges', (t) =>
  t.field({ type: [EarnedBadgeRef], resolve: (member) => [...member.badges] }),
)
