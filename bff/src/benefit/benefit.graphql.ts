import { BadgeRef } from '../badge/badge.graphql.ts'
import { builder } from '../graphql/builder.ts'
import { MemberRef } from '../member/member.graphql.ts'
import { dayFor } from '../member/member.ts'
import { termsFor } from '../settle/terms.ts'
import { BenefitRef, TierRef } from '../tier/tier.graphql.ts'
import type { BenefitOfMember } from './benefit.ts'
import { benefitsHeld } from './benefit.ts'

const BenefitOfMemberRef = builder.objectRef<BenefitOfMember>('BenefitOfMember').implement({
  description: 'A benefit the member may use.',
  fields: (t) => ({
    benefit: t.field({ type: BenefitRef, resolve: ({ benefit }) => benefit }),
    tier: t.field({
      description: 'The tier that opens it; null when only a badge does.',
      type: TierRef,
      nullable: true,
      resolve: ({ tier }) => tier,
    }),
    badge: t.field({ type: BadgeRef, nullable: true, resolve: ({ badge }) => badge }),
    used: t.exposeInt('used', { description: 'In the running period.' }),
    left: t.exposeInt('left', {
      nullable: true,
      description: 'Null when it may be used whenever it applies.',
    }),
    periodEndsOn: t.expose('periodEndsOn', { type: 'Day', nullable: true }),
  }),
})

builder.objectField(MemberRef, 'benefits', (t) =>
  t.field({
    type: [BenefitOfMemberRef],
    resolve: (member, _, { book, now }) => {
      const day = dayFor(member, now())
      return [...benefitsHeld(member, termsFor(member, book, day), day)]
    },
  }),
)
