import { forOperator } from '../graphql/auth.ts'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { staffOf } from '../graphql/context.ts'
import { checkKey, KeyReusedRef, outcomeUnion } from '../graphql/outcome.ts'
import { createDraft, saveDraft, submitDraft, withdrawDraft } from './draft.ts'
import {
  ACTS_PER_MINUTE,
  act,
  checkWords,
  DraftChangedRef,
  DraftNotFoundRef,
  DraftNotOpenRef,
  DraftOutdatedRef,
  doneRef,
  HasProblemsRef,
  NotReadableRef,
  VersionNotFoundRef,
} from './draft-outcome.graphql.ts'

const DraftCreatedRef = doneRef('DraftCreated')
const creating = outcomeUnion('CreateProgramDraftOutcome', [
  DraftCreatedRef,
  VersionNotFoundRef,
  KeyReusedRef,
])

function create(
  context: Context,
  name: string,
  key: string,
  given: { from?: number; reason?: string },
) {
  const operator = staffOf(context)
  return context.perform({
    name,
    actor: operator.actor,
    key: checkKey(key),
    args: given,
    load: () => context.stores.program.readVersions(),
    decide: (versions, world) =>
      createDraft(
        versions,
        { ...given, from: given.from ?? world.program.version },
        operator,
        world,
      ),
  })
}

builder.mutationFields((t) => ({
  createProgramDraft: t.field({
    description: 'Begins a draft with the body of a version, by default of the one in force.',
    ...forOperator(ACTS_PER_MINUTE),
    type: creating,
    args: {
      key: t.arg.id({ required: true }),
      from: t.arg.int(),
      reason: t.arg.string({ required: true }),
    },
    resolve: (_, { key, from, reason }, context) =>
      create(context, 'createProgramDraft', key, {
        reason: checkWords('reason', reason),
        ...(typeof from === 'number' && { from }),
      }),
  }),
  restoreProgram: t.field({
    description: 'Begins a draft that brings a former version back, through the same review.',
    ...forOperator(ACTS_PER_MINUTE),
    type: creating,
    args: { key: t.arg.id({ required: true }), version: t.arg.int({ required: true }) },
    resolve: (_, { key, version }, context) =>
      create(context, 'restoreProgram', key, { from: version }),
  }),
  saveProgramDraft: t.field({
    description:
      'Gives a draft another body (JSON) and ends its approval. `version` is the draft’s that was edited; `basedOn` the programme version it was compared with.',
    ...forOperator(ACTS_PER_MINUTE),
    type: outcomeUnion('SaveProgramDraftOutcome', [
      doneRef('DraftSaved'),
      DraftNotFoundRef,
      DraftNotOpenRef,
      DraftChangedRef,
      VersionNotFoundRef,
      NotReadableRef,
      KeyReusedRef,
    ]),
    args: {
      key: t.arg.id({ required: true }),
      id: t.arg.id({ required: true }),
      version: t.arg.int({ required: true }),
      body: t.arg.string({ required: true }),
      reason: t.arg.string(),
      basedOn: t.arg.int(),
    },
    resolve: (_, { key, id, version, body, reason, basedOn }, context) => {
      const { operator, command } = act(context, key, id)
      const edit = {
        version,
        body,
        reason: typeof reason === 'string' ? checkWords('reason', reason) : undefined,
        basedOn: basedOn ?? undefined,
      }
      return context.perform({
        ...command,
        name: 'saveProgramDraft',
        args: { id, ...edit },
        decide: (loaded, world) => saveDraft(loaded, id, edit, operator, world),
      })
    },
  }),
  submitProgramDraft: t.field({
    description: 'Hands a draft without problems to a second person.',
    ...forOperator(ACTS_PER_MINUTE),
    type: outcomeUnion('SubmitProgramDraftOutcome', [
      doneRef('DraftSubmitted'),
      DraftNotFoundRef,
      DraftNotOpenRef,
      DraftChangedRef,
      DraftOutdatedRef,
      HasProblemsRef,
      KeyReusedRef,
    ]),
    args: {
      key: t.arg.id({ required: true }),
      id: t.arg.id({ required: true }),
      version: t.arg.int({ required: true }),
    },
    resolve: (_, { key, id: draftId, version }, context) => {
      const { operator, command } = act(context, key, draftId)
      const args = { draftId, version }
      return context.perform({
        ...command,
        name: 'submitProgramDraft',
        args,
        decide: (loaded, world) => submitDraft(loaded, args, operator, world),
      })
    },
  }),
  withdrawProgramDraft: t.field({
    description: 'Gives a draft up.',
    ...forOperator(ACTS_PER_MINUTE),
    type: outcomeUnion('WithdrawProgramDraftOutcome', [
      doneRef('DraftWithdrawn'),
      DraftNotFoundRef,
      DraftNotOpenRef,
      DraftChangedRef,
      KeyReusedRef,
    ]),
    args: {
      key: t.arg.id({ required: true }),
      id: t.arg.id({ required: true }),
      version: t.arg.int({ required: true }),
    },
    resolve: (_, { key, id: draftId, version }, context) => {
      const { operator, command } = act(context, key, draftId)
      const args = { draftId, version }
      return context.perform({
        ...command,
        name: 'withdrawProgramDraft',
        args,
        decide: (loaded, world) => withdrawDraft(loaded, args, operator, world),
      })
    },
  }),
}))
