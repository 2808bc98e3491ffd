import { checkInLadder } from '../check-in/check-in.ts'
import { forGuest } from '../graphql/auth.ts'
import { builder } from '../graphql/builder.ts'
import { TierRef } from '../tier/tier.graphql.ts'
import type { PrivacyNotice, PublishedProgram } from './program.ts'
import { superDayOf } from './program.ts'

export const ConsentPurposeRef = builder.enumType('ConsentPurpose', {
  values: {
    SERVICE: { value: 'service' },
    PERSONALISATION: { value: 'personalisation' },
    MARKETING: { value: 'marketing' },
    LEADERBOARD: { value: 'leaderboard' },
  } as const,
})

const PrivacyPurposeRef = builder
  .objectRef<PrivacyNotice['purposes'][number]>('PrivacyPurpose')
  .implement({
    fields: (t) => ({
      purpose: t.field({ type: ConsentPurposeRef, resolve: ({ purpose }) => purpose }),
      title: t.exposeString('title'),
      summary: t.exposeString('summary'),
      required: t.exposeBoolean('required'),
    }),
  })

export const PrivacyNoticeRef = builder.objectRef<PrivacyNotice>('PrivacyNotice').implement({
  fields: (t) => ({
    version: t.exposeInt('version'),
    summary: t.exposeString('summary'),
    purposes: t.field({ type: [PrivacyPurposeRef], resolve: ({ purposes }) => [...purposes] }),
  }),
})

const CheckInRewardRef = builder
  .objectRef<ReturnType<typeof checkInLadder>[number]>('CheckInReward')
  .implement({
    fields: (t) => ({
      step: t.exposeInt('step'),
      points: t.expose('points', { type: 'Amount' }),
      growth: t.expose('growth', { type: 'Amount' }),
    }),
  })

const SuperDayRef = builder
  .objectRef<NonNullable<ReturnType<typeof superDayOf>>>('SuperDay')
  .implement({
    fields: (t) => ({
      dayOfMonth: t.exposeInt('dayOfMonth'),
      name: t.exposeString('name'),
      timesBp: t.exposeInt('timesBp', { description: 'Basis points: 20000 doubles.' }),
    }),
  })

const ProgramRef = builder.objectRef<PublishedProgram>('Program').implement({
  description: 'The programme as everybody may read it.',
  fields: (t) => ({
    version: t.exposeInt('version'),
    brand: t.string({ resolve: ({ body }) => body.brand }),
    tiers: t.field({ type: [TierRef], resolve: ({ body }) => [...body.tiers] }),
    checkInLadder: t.field({
      description: "The seven-day ladder, without any day's multiplier.",
      type: [CheckInRewardRef],
      resolve: ({ body }) => checkInLadder(body),
    }),
    superDay: t.field({
      type: SuperDayRef,
      nullable: true,
      resolve: ({ body }) => superDayOf(body) ?? null,
    }),
    privacy: t.field({ type: PrivacyNoticeRef, resolve: ({ body }) => body.privacy }),
  }),
})

builder.queryField('program', (t) =>
  t.field({
    ...forGuest(),
    type: ProgramRef,
    resolve: (_, __, { program }) => program,
  }),
)
