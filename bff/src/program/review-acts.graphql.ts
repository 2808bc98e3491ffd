import { forOperator } from '../graphql/auth.ts'
import { builder } from '../graphql/builder.ts'
import { KeyReusedRef, outcomeUnion } from '../graphql/outcome.ts'
import {
  ACTS_PER_MINUTE,
  ApprovalLapsedRef,
  act,
  checkWords,
  DraftChangedRef,
  DraftNotFoundRef,
  DraftOutdatedRef,
  doneRef,
  HasProblemsRef,
  LiveInThePastRef,
  NotApprovedRef,
  NotSubmittedRef,
  OwnDraftRef,
  ProgramPublishedRef,
} from './draft-outcome.graphql.ts'
import { approveDraft, publishDraft, rejectDraft } from './review.ts'

builder.mutationFields((t) => ({
  approveProgramDraft: t.field({
    description: 'A second person says yes to exactly this body, for 24 hours.',
    ...forOperator(ACTS_PER_MINUTE),
    type: outcomeUnion('ApproveProgramDraftOutcome', [
      doneRef('DraftApproved'),
      DraftNotFoundRef,
      NotSubmittedRef,
      OwnDraftRef,
      DraftChangedRef,
      DraftOutdatedRef,
      KeyReusedRef,
    ]),
    args: {
      key: t.arg.id({ required: true }),
      id: t.arg.id({ required: true }),
      bodyHash: t.arg.string({ required: true }),
    },
    resolve: (_, { key, id: draftId, bodyHash }, context) => {
      const { operator, command } = act(context, key, draftId)
      const args = { draftId, bodyHash }
      return context.perform({
        ...command,
        name: 'approveProgramDraft',
        args,
        decide: (loaded, world) => approveDraft(loaded, args, operator, world),
      })
    },
  }),
  rejectProgramDraft: t.field({
    description: 'A second person says no, and why.',
    ...forOperator(ACTS_PER_MINUTE),
    type: outcomeUnion('RejectProgramDraftOutcome', [
      doneRef('DraftRejected'),
      DraftNotFoundRef,
      NotSubmittedRef,
      OwnDraftRef,
      DraftChangedRef,
      KeyReusedRef,
    ]),
    args: {
      key: t.arg.id({ required: true }),
      id: t.arg.id({ required: true }),
      bodyHash: t.arg.string({ required: true }),
      comment: t.arg.string({ required: true }),
    },
    resolve: (_, { key, id: draftId, bodyHash, comment }, context) => {
      const { operator, command } = act(context, key, draftId)
      const args = { draftId, bodyHash, comment: checkWords('comment', comment) }
      return context.perform({
        ...command,
        name: 'rejectProgramDraft',
        args,
        decide: (loaded, world) => rejectDraft(loaded, args, operator, world),
      })
    },
  }),
  publishProgram: t.field({
    description: 'Makes an approved draft the next version, in force from a time, or from now.',
    ...forOperator(ACTS_PER_MINUTE),
    type: outcomeUnion('PublishProgramOutcome', [
      ProgramPublishedRef,
      DraftNotFoundRef,
      NotApprovedRef,
      DraftChangedRef,
      ApprovalLapsedRef,
      DraftOutdatedRef,
      LiveInThePastRef,
      HasProblemsRef,
      KeyReusedRef,
    ]),
    args: {
      key: t.arg.id({ required: true }),
      draftId: t.arg.id({ required: true }),
      bodyHash: t.arg.string({ required: true }),
      liveAt: t.arg({ type: 'Time' }),
    },
    resolve: (_, { key, draftId, bodyHash, liveAt }, context) => {
      const { operator, command } = act(context, key, draftId)
      const args = { draftId, bodyHash, liveAt: liveAt ?? undefined }
      return context.perform({
        ...command,
        name: 'publishProgram',
        args,
        decide: (loaded, world) => publishDraft(loaded, args, operator, world),
      })
    },
  }),
}))
