import { assert } from '@evergreen/shared/assert.ts'
import type { Decision, World } from '../command.ts'
import type { DraftStatus, ProgramDraft } from '../model.ts'
import { inForceAt, newestOf } from './book.ts'
import type {
  DraftChanged,
  DraftDone,
  DraftNotFound,
  DraftOutdated,
  LoadedDraft,
  Operator,
  ProgramHasProblems,
} from './draft.ts'
import { done, outdated, problemsToFollow, recordOf, refuse } from './draft.ts'
import type { PublishedProgram } from './program.ts'

/** An approval is good for a day: what was looked at longer ago is looked at again. */
export const APPROVAL_LASTS_MS = 24 * 3_600_000

/** What a reviewer looked at: the hash says which body. */
export interface Reviewed {
  draftId: string
  bodyHash: string
}
/** Nobody judges what they wrote themselves. */
export interface OwnDraft {
  kind: 'OwnDraft'
  draftId: string
}
export interface NotSubmitted {
  kind: 'NotSubmitted'
  status: DraftStatus
}

export type ApproveOutcome =
  | DraftDone<'DraftApproved'>
  | DraftNotFound
  | NotSubmitted
  | OwnDraft
  | DraftChanged
  | DraftOutdated

/**
 * A second person says yes to exactly this body, for a day. Refuses the author and the last editor,
 * another body than the one that was looked at, and one that would undo a newer version.
 */
export function approveDraft(
  { draft, versions }: LoadedDraft,
  { draftId, bodyHash }: Reviewed,
  operator: Operator,
  world: World,
): Decision<ApproveOutcome> {
  if (!draft) return refuse({ kind: 'DraftNotFound', draftId })
  const isApproved = draft.status === 'approved' && !hasLapsed(draft, world.now)
  if (isApproved || (draft.status !== 'approved' && draft.status !== 'submitted'))
    return refuse({ kind: 'NotSubmitted', status: draft.status })
  if (isOwn(draft, operator)) return refuse({ kind: 'OwnDraft', draftId })
  if (draft.bodyHash !== bodyHash) return refuse({ kind: 'DraftChanged', draftId })
  const newest = newestOf(versions)
  if (draft.basedOn !== newest.version) return refuse(outdated(draft, newest))
  const review = { reviewerId: operator.staffId, at: world.now, comment: '' }
  const after: ProgramDraft = { ...draft, status: 'approved', review }
  return done('DraftApproved', 'approved-program-draft', { draft, after }, operator, world)
}

export type RejectOutcome =
  | DraftDone<'DraftRejected'>
  | DraftNotFound
  | NotSubmitted
  | OwnDraft
  | DraftChanged

/** A second person says no, and why. An approved draft can be rejected until it is published. */
export function rejectDraft(
  { draft }: LoadedDraft,
  { draftId, bodyHash, comment }: Reviewed & { comment: string },
  operator: Operator,
  world: World,
): Decision<RejectOutcome> {
  if (!draft) return refuse({ kind: 'DraftNotFound', draftId })
  if (draft.status !== 'submitted' && draft.status !== 'approved')
    return refuse({ kind: 'NotSubmitted', status: draft.status })
  if (isOwn(draft, operator)) return refuse({ kind: 'OwnDraft', draftId })
  if (draft.bodyHash !== bodyHash) return refuse({ kind: 'DraftChanged', draftId })
  const review = { reviewerId: operator.staffId, at: world.now, comment }
  const after: ProgramDraft = { ...draft, status: 'rejected', review }
  return done('DraftRejected', 'rejected-program-draft', { draft, after }, operator, world)
}

export type PublishOutcome =
  | { kind: 'ProgramPublished'; draftId: string; version: number }
  | DraftNotFound
  | { kind: 'NotApproved'; status: DraftStatus }
  | DraftChanged
  | { kind: 'ApprovalLapsed'; approvedAt: number }
  | DraftOutdated
  | { kind: 'LiveInThePast'; now: number }
  | ProgramHasProblems

/**
 * Makes an approved draft the next version, in force from `liveAt` (ms), or from now. Happens once.
 * Refuses a body other than the approved one, an approval older than a day, a draft that a newer
 * version has overtaken, and one that may not follow the version it will replace at that time.
 */
export function publishDraft(
  { draft, versions }: LoadedDraft,
  { draftId, bodyHash, liveAt }: Reviewed & { liveAt?: number | undefined },
  operator: Operator,
  world: World,
): Decision<PublishOutcome> {
  if (!draft) return refuse({ kind: 'DraftNotFound', draftId })
  const { status, review } = draft
  if (status !== 'approved' || !review) return refuse({ kind: 'NotApproved', status })
  if (draft.bodyHash !== bodyHash) return refuse({ kind: 'DraftChanged', draftId })
  if (hasLapsed(draft, world.now)) return refuse({ kind: 'ApprovalLapsed', approvedAt: review.at })
  const newest = newestOf(versions)
  if (draft.basedOn !== newest.version) return refuse(outdated(draft, newest))
  const from = liveAt ?? world.now
  if (from < world.now) return refuse({ kind: 'LiveInThePast', now: world.now })
  const problems = problemsToFollow(inForceAt(versions, from).body, draft.body)
  if (problems.length > 0) return refuse({ kind: 'ProgramHasProblems', problems })
  return publish(
    draft,
    review.reviewerId,
    { version: newest.version + 1, liveAt: from },
    operator,
    world,
  )
}

function publish(
  draft: ProgramDraft,
  approvedBy: string,
  { version, liveAt }: { version: number; liveAt: number },
  operator: Operator,
  world: World,
): Decision<PublishOutcome> {
  assert(approvedBy !== draft.authorId && approvedBy !== draft.editorId, 'two people are two')
  assert(
    world.digest(JSON.stringify(draft.body)) === draft.bodyHash,
    'the body is the approved one',
  )
  const program: PublishedProgram = {
    version,
    publishedAt: world.now,
    publishedBy: operator.staffId,
    approvedBy,
    reason: draft.reason,
    liveAt,
    body: draft.body,
  }
  const after: ProgramDraft = {
    ...draft,
    version: draft.version + 1,
    status: 'published',
    publishedVersion: version,
    changedAt: world.now,
  }
  return {
    outcome: { kind: 'ProgramPublished', draftId: draft.id, version },
    changes: [
      { kind: 'program-published', program },
      { kind: 'program-draft-changed', before: draft, after },
      recordOf('published-program', after, operator, world, { version, liveAt, approvedBy }),
    ],
  }
}

/** Whether an approval has ended at an instant (ms). */
export const hasLapsed = ({ review }: ProgramDraft, now: number): boolean =>
  review === null || now >= review.at + APPROVAL_LASTS_MS

const isOwn = ({ authorId, editorId }: ProgramDraft, { staffId }: Operator): boolean =>
  staffId === authorId || staffId === editorId
