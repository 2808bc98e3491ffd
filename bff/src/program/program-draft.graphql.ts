import { forOperator } from '../graphql/auth.ts'
import { builder } from '../graphql/builder.ts'
import type { ProgramDraft } from '../model.ts'
import { StaffRef } from '../staff/staff.graphql.ts'
import { diff, ProgramChangeRef } from './program-version.graphql.ts'
import { APPROVAL_LASTS_MS, hasLapsed } from './review.ts'

export const DraftStatusRef = builder.enumType('ProgramDraftStatus', {
  values: {
    OPEN: { value: 'open' },
    SUBMITTED: { value: 'submitted' },
    APPROVED: { value: 'approved' },
    REJECTED: { value: 'rejected' },
    PUBLISHED: { value: 'published' },
    WITHDRAWN: { value: 'withdrawn' },
  } as const,
})

const ReviewRef = builder
  .objectRef<NonNullable<ProgramDraft['review']>>('ProgramDraftReview')
  .implement({
    fields: (t) => ({
      reviewer: t.field({
        type: StaffRef,
        resolve: ({ reviewerId }, _, { stores }) => stores.staff.findKnown(reviewerId),
      }),
      at: t.expose('at', { type: 'Time' }),
      comment: t.exposeString('comment'),
    }),
  })

export const ProgramDraftRef = builder.objectRef<ProgramDraft>('ProgramDraft').implement({
  description: 'A programme on its way to become a version.',
  fields: (t) => ({
    id: t.exposeID('id'),
    version: t.exposeInt('version', { description: 'Of the draft: raised by every act.' }),
    status: t.field({ type: DraftStatusRef, resolve: ({ status }) => status }),
    basedOn: t.exposeInt('basedOn', { description: 'The programme version it will follow.' }),
    reason: t.exposeString('reason'),
    body: t.string({
      description: 'Every rule, as JSON.',
      resolve: ({ body }) => JSON.stringify(body),
    }),
    bodyHash: t.exposeString('bodyHash', { description: 'What an approval names.' }),
    problems: t.stringList({
      description: 'What was wrong with the body when it was saved.',
      resolve: ({ problems }) => [...problems],
    }),
    changes: t.field({
      description: 'What it changes of the version it is based on.',
      type: [ProgramChangeRef],
      resolve: async ({ basedOn, body }, _, { stores }) =>
        diff((await stores.program.version(basedOn)).body, body),
    }),
    author: t.field({
      type: StaffRef,
      resolve: ({ authorId }, _, { stores }) => stores.staff.findKnown(authorId),
    }),
    editor: t.field({
      description: 'Who saved the body as it is now.',
      type: StaffRef,
      resolve: ({ editorId }, _, { stores }) => stores.staff.findKnown(editorId),
    }),
    createdAt: t.expose('createdAt', { type: 'Time' }),
    changedAt: t.expose('changedAt', { type: 'Time' }),
    review: t.field({ type: ReviewRef, nullable: true, resolve: ({ review }) => review }),
    approvedUntil: t.field({
      description: 'When the approval ends; null without one that is still good.',
      type: 'Time',
      nullable: true,
      resolve: (draft, _, { now }) =>
        draft.status === 'approved' && draft.review && !hasLapsed(draft, now())
          ? draft.review.at + APPROVAL_LASTS_MS
          : null,
    }),
    publishedVersion: t.exposeInt('publishedVersion', { nullable: true }),
  }),
})

const LIST_MAX = 100

builder.queryFields((t) => ({
  programDrafts: t.field({
    description: `The ${LIST_MAX} drafts that were worked on last.`,
    ...forOperator(),
    type: [ProgramDraftRef],
    resolve: (_, __, { stores }) => stores.programDraft.newest(LIST_MAX),
  }),
  programDraft: t.field({
    ...forOperator(),
    type: ProgramDraftRef,
    nullable: true,
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_, { id }, { stores }) => (await stores.programDraft.find(id)) ?? null,
  }),
}))
