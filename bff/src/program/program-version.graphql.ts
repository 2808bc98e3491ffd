import { forOperator } from '../graphql/auth.ts'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { badInput } from '../graphql/refusals.ts'
import { standingOf } from './book.ts'
import type { ProgramChange } from './diff.ts'
import { diffPrograms } from './diff.ts'
import type { Program, PublishedProgram } from './program.ts'
import { programForm } from './program-form.ts'

const ChangeKindRef = builder.enumType('ProgramChangeKind', {
  values: {
    ADDED: { value: 'added' },
    REMOVED: { value: 'removed' },
    CHANGED: { value: 'changed' },
    REORDERED: { value: 'reordered' },
  } as const,
})

export const ProgramChangeRef = builder.objectRef<ProgramChange>('ProgramChange').implement({
  description: 'One difference between two programmes.',
  fields: (t) => ({
    kind: t.field({ type: ChangeKindRef, resolve: ({ kind }) => kind }),
    path: t.exposeString('path'),
    section: t.exposeString('section'),
    sentence: t.exposeString('sentence', { description: 'The whole difference, in words.' }),
    before: t.exposeString('before', { nullable: true }),
    after: t.exposeString('after', { nullable: true }),
  }),
})

const VersionStateRef = builder.enumType('ProgramVersionState', {
  values: {
    WAITING: { value: 'waiting', description: 'Its time has not come.' },
    LIVE: { value: 'live' },
    RETIRED: { value: 'retired', description: 'A newer version took its place.' },
    OVERTAKEN: {
      value: 'overtaken',
      description: 'A newer version’s time came, or comes, first: it is never in force.',
    },
  } as const,
})

const ProgramVersionRef = builder.objectRef<PublishedProgram>('ProgramVersion').implement({
  description: 'A published version, whole.',
  fields: (t) => ({
    version: t.exposeInt('version'),
    publishedAt: t.expose('publishedAt', { type: 'Time' }),
    publishedBy: t.exposeString('publishedBy'),
    approvedBy: t.exposeString('approvedBy', { nullable: true }),
    reason: t.exposeString('reason'),
    liveAt: t.expose('liveAt', { type: 'Time' }),
    liveUntil: t.field({
      description: 'When a newer version took, or will take, its place.',
      type: 'Time',
      nullable: true,
      resolve: async (row, _, context) => (await standing(row, context)).liveUntil,
    }),
    state: t.field({
      type: VersionStateRef,
      resolve: async (row, _, context) => (await standing(row, context)).state,
    }),
    body: t.string({
      description: 'Every rule, as JSON.',
      resolve: ({ body }) => JSON.stringify(body),
    }),
  }),
})

/** The list is at hand: whoever asked for a version had it read just now. */
const standing = async (row: PublishedProgram, { stores, now }: Context) =>
  standingOf(row, await stores.program.versions(now()), now())

/** In the words of the form. */
export const diff = (before: Program, after: Program): ProgramChange[] =>
  diffPrograms(before, after, programForm)

const LIST_MAX = 100

builder.queryFields((t) => ({
  programInForce: t.field({
    description: 'The programme in force, every rule of it.',
    ...forOperator(),
    type: ProgramVersionRef,
    resolve: (_, __, { program }) => program,
  }),
  programVersions: t.field({
    description: `The newest ${LIST_MAX} versions before a version, newest first.`,
    ...forOperator(),
    type: [ProgramVersionRef],
    args: { before: t.arg.int() },
    resolve: async (_, { before }, { stores }) =>
      (await stores.program.readVersions())
        .filter(({ version }) => version < (before ?? Number.POSITIVE_INFINITY))
        .slice(-LIST_MAX)
        .reverse(),
  }),
  programDiff: t.field({
    description: 'What changes from a version to another one or to a draft; null without both.',
    ...forOperator(60),
    type: [ProgramChangeRef],
    nullable: true,
    args: { from: t.arg.int({ required: true }), to: t.arg.int(), draftId: t.arg.id() },
    resolve: async (_, { from, to, draftId }, { stores }) => {
      if ((typeof to === 'number') === (typeof draftId === 'string'))
        throw badInput('to', 'give either a version or a draft')
      const versions = await stores.program.readVersions()
      const bodyOf = (number: number) => versions.find(({ version }) => version === number)?.body
      const before = bodyOf(from)
      const after = draftId ? (await stores.programDraft.find(draftId))?.body : bodyOf(to ?? 0)
      return before && after ? diff(before, after) : null
    },
  }),
}))
