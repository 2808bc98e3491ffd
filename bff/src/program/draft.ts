import type { Decision, World } from '../command.ts'
import type { AuditRecord, Change, DraftStatus, ProgramDraft } from '../model.ts'
import { newestOf } from './book.ts'
import { same } from './diff.ts'
import type { Program, PublishedProgram } from './program.ts'
import { problemsOf, readProgram } from './read-program.ts'
import { checkSuccession } from './succession.ts'

/** What a decision about a draft needs: the draft itself and all versions, as they are now. */
export interface LoadedDraft {
  draft: ProgramDraft | undefined
  versions: readonly PublishedProgram[]
}

/** Who acts, by their staff id and under the name their records carry. */
export interface Operator {
  staffId: string
  actor: string
}

export interface DraftNotFound {
  kind: 'DraftNotFound'
  draftId: string
}
/** Somebody else was quicker; what the caller saw is not what is there. */
export interface DraftChanged {
  kind: 'DraftChanged'
  draftId: string
}
/** Not possible any more, or not yet, for a draft of this status. */
export interface DraftNotOpen {
  kind: 'DraftNotOpen'
  status: DraftStatus
}
export interface ProgramHasProblems {
  kind: 'ProgramHasProblems'
  problems: readonly string[]
}
/** A newer version was published since; compare with it and save again, or it would be undone. */
export interface DraftOutdated {
  kind: 'DraftOutdated'
  basedOn: number
  newest: number
}
export interface DraftDone<Kind extends string> {
  kind: Kind
  draftId: string
}

export type CreateOutcome = DraftDone<'DraftCreated'> | { kind: 'VersionNotFound'; version: number }

/**
 * Begins a draft with the body of a version; it is meant to follow the newest one. Refuses a
 * version that is not there.
 */
export function createDraft(
  versions: readonly PublishedProgram[],
  { from, reason }: { from: number; reason?: string | undefined },
  operator: Operator,
  world: World,
): Decision<CreateOutcome> {
  const source = versions.find(({ version }) => version === from)
  if (!source) return refuse({ kind: 'VersionNotFound', version: from })
  const draft: ProgramDraft = {
    id: world.newId(),
    version: 1,
    status: 'open',
    authorId: operator.staffId,
    editorId: operator.staffId,
    basedOn: newestOf(versions).version,
    reason: reason ?? `恢复为第 ${from} 版`,
    ...judged(source.body, world),
    createdAt: world.now,
    changedAt: world.now,
    review: null,
    publishedVersion: null,
  }
  return {
    outcome: { kind: 'DraftCreated', draftId: draft.id },
    changes: [
      { kind: 'program-drafted', draft },
      recordOf('drafted-program', draft, operator, world, { from }),
    ],
  }
}

export interface DraftEdit {
  /** The draft's version that the editor saw. */
  version: number
  body: string
  reason?: string | undefined
  /** The programme version the editor compared it with; the one before when it is not given. */
  basedOn?: number | undefined
}

export type SaveOutcome =
  | DraftDone<'DraftSaved'>
  | DraftNotFound
  | DraftNotOpen
  | DraftChanged
  | { kind: 'VersionNotFound'; version: number }
  | { kind: 'ProgramNotReadable'; problems: readonly string[] }

/**
 * Gives a draft another body, which any operator may do until it is published or withdrawn; an
 * approval ends with it. The body may still have problems, but must have the form of a programme.
 */
export function saveDraft(
  { draft, versions }: LoadedDraft,
  draftId: string,
  edit: DraftEdit,
  operator: Operator,
  world: World,
): Decision<SaveOutcome> {
  if (!draft) return refuse({ kind: 'DraftNotFound', draftId })
  if (isClosed(draft)) return refuse({ kind: 'DraftNotOpen', status: draft.status })
  if (draft.version !== edit.version) return refuse({ kind: 'DraftChanged', draftId })
  const basedOn = edit.basedOn ?? draft.basedOn
  if (!versions.some(({ version }) => version === basedOn))
    return refuse({ kind: 'VersionNotFound', version: basedOn })
  const read = readProgram(edit.body)
  if ('problems' in read) return refuse({ kind: 'ProgramNotReadable', problems: read.problems })
  const after: ProgramDraft = {
    ...draft,
    status: 'open',
    editorId: operator.staffId,
    basedOn,
    reason: edit.reason ?? draft.reason,
    ...judged(read.program, world),
    review: null,
  }
  return done('DraftSaved', 'saved-program-draft', { draft, after }, operator, world)
}

export type SubmitOutcome =
  | DraftDone<'DraftSubmitted'>
  | DraftNotFound
  | DraftNotOpen
  | DraftChanged
  | DraftOutdated
  | ProgramHasProblems

/** Hands a draft to a second person. Refuses one with problems, and one that changes nothing. */
export function submitDraft(
  { draft, versions }: LoadedDraft,
  { draftId, version }: { draftId: string; version: number },
  operator: Operator,
  world: World,
): Decision<SubmitOutcome> {
  if (!draft) return refuse({ kind: 'DraftNotFound', draftId })
  if (draft.status !== 'open' && draft.status !== 'rejected')
    return refuse({ kind: 'DraftNotOpen', status: draft.status })
  if (draft.version !== version) return refuse({ kind: 'DraftChanged', draftId })
  const newest = newestOf(versions)
  if (draft.basedOn !== newest.version) return refuse(outdated(draft, newest))
  const problems = [
    ...problemsToFollow(world.program.body, draft.body),
    ...(same(newest.body, draft.body) ? [`says the same as version ${newest.version}`] : []),
  ]
  if (problems.length > 0) return refuse({ kind: 'ProgramHasProblems', problems })
  const after: ProgramDraft = { ...draft, status: 'submitted', review: null }
  return done('DraftSubmitted', 'submitted-program-draft', { draft, after }, operator, world)
}

export type WithdrawOutcome =
  | DraftDone<'DraftWithdrawn'>
  | DraftNotFound
  | DraftNotOpen
  | DraftChanged

/** Gives a draft up, which any operator may do: it only stops things. */
export function withdrawDraft(
  { draft }: LoadedDraft,
  { draftId, version }: { draftId: string; version: number },
  operator: Operator,
  world: World,
): Decision<WithdrawOutcome> {
  if (!draft) return refuse({ kind: 'DraftNotFound', draftId })
  if (isClosed(draft)) return refuse({ kind: 'DraftNotOpen', status: draft.status })
  if (draft.version !== version) return refuse({ kind: 'DraftChanged', draftId })
  const after: ProgramDraft = { ...draft, status: 'withdrawn' }
  return done('DraftWithdrawn', 'withdrew-program-draft', { draft, after }, operator, world)
}

/** Everything that speaks against a body following another one. */
export const problemsToFollow = (before: Program, body: Program): string[] => {
  const problems = problemsOf(body)
  return problems.length > 0 ? problems : checkSuccession(before, body)
}

export const outdated = (
  { basedOn }: ProgramDraft,
  { version }: PublishedProgram,
): DraftOutdated => ({ kind: 'DraftOutdated', basedOn, newest: version })

export const refuse = <Outcome>(outcome: Outcome): Decision<Outcome> => ({ outcome, changes: [] })

/** The draft as it is after an act, with the act's record. */
export function done<Kind extends string>(
  kind: Kind,
  action: AuditRecord['action'],
  { draft, after }: { draft: ProgramDraft; after: ProgramDraft },
  operator: Operator,
  world: World,
): { outcome: DraftDone<Kind>; changes: readonly Change[] } {
  const next = { ...after, version: draft.version + 1, changedAt: world.now }
  return {
    outcome: { kind, draftId: draft.id },
    changes: [
      { kind: 'program-draft-changed', before: draft, after: next },
      recordOf(action, next, operator, world),
    ],
  }
}

/** The record of an act: which body it was about, and what else it says. */
export const recordOf = (
  action: AuditRecord['action'],
  { id: draftId, bodyHash, basedOn, reason }: ProgramDraft,
  { actor }: Operator,
  { newId, now }: World,
  more: AuditRecord['detail'] = {},
): Change => ({
  kind: 'audit',
  record: {
    id: newId(),
    at: now,
    actor,
    action,
    memberId: null,
    detail: { draftId, bodyHash, basedOn, reason, ...more },
  },
})

const isClosed = ({ status }: ProgramDraft): boolean =>
  status === 'published' || status === 'withdrawn'

/** A body with its hash and with what is wrong with it. */
const judged = (body: Program, { program, digest }: World) => ({
  body,
  bodyHash: digest(JSON.stringify(body)),
  problems: problemsToFollow(program.body, body),
})
