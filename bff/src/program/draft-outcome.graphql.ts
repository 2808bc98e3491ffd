import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { staffOf } from '../graphql/context.ts'
import { checkKey } from '../graphql/outcome.ts'
import { badInput } from '../graphql/refusals.ts'
import type { DraftStatus } from '../model.ts'
import type { CreateOutcome, DraftDone, LoadedDraft } from './draft.ts'
import { DraftStatusRef, ProgramDraftRef } from './program-draft.graphql.ts'
import type { PublishOutcome } from './review.ts'

type Of<K> = Extract<CreateOutcome | PublishOutcome, { kind: K }>

/** A success: the draft as it is now. */
export const doneRef = <K extends string>(kind: K) =>
  builder.objectRef<DraftDone<K>>(kind).implement({
    fields: (t) => ({ draft: t.field({ type: ProgramDraftRef, resolve: knownDraft }) }),
  })

async function knownDraft({ draftId }: { draftId: string }, _: object, { stores }: Context) {
  const draft = await stores.programDraft.find(draftId)
  if (!draft) throw new Error('an answer names a draft that does not exist')
  return draft
}

/** A refusal that says at which status the draft is. */
const statusRef = <K extends string>(kind: K, description: string) =>
  builder.objectRef<{ kind: K; status: DraftStatus }>(kind).implement({
    description,
    fields: (t) => ({ status: t.field({ type: DraftStatusRef, resolve: ({ status }) => status }) }),
  })

/** A refusal that says which draft it is about. */
const draftIdRef = <K extends string>(kind: K, description: string) =>
  builder
    .objectRef<{ kind: K; draftId: string }>(kind)
    .implement({ description, fields: (t) => ({ draftId: t.exposeID('draftId') }) })

const problemsRef = <K extends string>(kind: K, description: string) =>
  builder.objectRef<{ kind: K; problems: readonly string[] }>(kind).implement({
    description,
    fields: (t) => ({ problems: t.stringList({ resolve: ({ problems }) => [...problems] }) }),
  })

export const DraftNotFoundRef = draftIdRef('DraftNotFound', 'There is no such draft.')
export const DraftChangedRef = draftIdRef(
  'DraftChanged',
  'It is not what the caller saw: look again.',
)
export const OwnDraftRef = draftIdRef('OwnDraft', 'Its author and its last editor do not judge it.')
export const DraftNotOpenRef = statusRef('DraftNotOpen', 'Not possible at this status.')
export const NotSubmittedRef = statusRef(
  'NotSubmitted',
  'There is nothing to judge at this status.',
)
export const NotApprovedRef = statusRef(
  'NotApproved',
  'Nobody has approved it, or it is published.',
)
export const NotReadableRef = problemsRef('ProgramNotReadable', 'The body does not have the form.')
export const HasProblemsRef = problemsRef(
  'ProgramHasProblems',
  'The body may not become a version.',
)
export const VersionNotFoundRef = builder
  .objectRef<Of<'VersionNotFound'>>('VersionNotFound')
  .implement({ fields: (t) => ({ version: t.exposeInt('version') }) })
export const DraftOutdatedRef = builder.objectRef<Of<'DraftOutdated'>>('DraftOutdated').implement({
  description: 'A newer version would be undone: compare with it and save the draft again.',
  fields: (t) => ({ basedOn: t.exposeInt('basedOn'), newest: t.exposeInt('newest') }),
})
export const ApprovalLapsedRef = builder
  .objectRef<Of<'ApprovalLapsed'>>('ApprovalLapsed')
  .implement({ fields: (t) => ({ approvedAt: t.expose('approvedAt', { type: 'Time' }) }) })
export const LiveInThePastRef = builder
  .objectRef<Of<'LiveInThePast'>>('LiveInThePast')
  .implement({ fields: (t) => ({ now: t.expose('now', { type: 'Time' }) }) })
export const ProgramPublishedRef = builder
  .objectRef<Of<'ProgramPublished'>>('ProgramPublished')
  .implement({
    fields: (t) => ({
      version: t.exposeInt('version'),
      draft: t.field({ type: ProgramDraftRef, resolve: knownDraft }),
    }),
  })

/** Acts of one kind that one operator may try in a minute. */
export const ACTS_PER_MINUTE = 30

const REASON_LENGTH_MAX = 500

/** Words for other people: some, and no more than they will read. */
export function checkWords(field: string, words: string): string {
  const hasControls = [...words].some((letter) => letter < ' ' && letter !== '\n')
  if (words.trim() === '' || words.length > REASON_LENGTH_MAX || hasControls)
    throw badInput(field, `1 to ${REASON_LENGTH_MAX} characters`)
  return words
}

/** What every act on a draft has in common: who acts, and both the draft and all versions anew. */
export function act(context: Context, key: string, draftId: string) {
  const operator = staffOf(context)
  const load = async (): Promise<LoadedDraft> => {
    // In this order: whoever sees the newest version sees the draft that became it, too.
    const versions = await context.stores.program.readVersions()
    return { draft: await context.stores.programDraft.find(draftId), versions }
  }
  return { operator, command: { actor: operator.actor, key: checkKey(key), load } }
}
