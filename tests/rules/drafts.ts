import type { Decision } from '../../bff/src/command.ts'
import type { Change, DraftStatus, ProgramDraft } from '../../bff/src/model.ts'
import { defaultProgram } from '../../bff/src/program/default.ts'
import type { DraftEdit, LoadedDraft, Operator } from '../../bff/src/program/draft.ts'
import { saveDraft, submitDraft, withdrawDraft } from '../../bff/src/program/draft.ts'
import type { Program } from '../../bff/src/program/program.ts'
import { approveDraft, publishDraft, rejectDraft } from '../../bff/src/program/review.ts'
import { digest } from '../../bff/src/secrets.ts'
import { published } from '../fixtures/programs.ts'
import { noon, worldAt } from './world.ts'

export const NOW = noon('2026-03-02')
export const DAY_MS = 86_400_000
export const world = worldAt(NOW)

const operator = (staffId: string): Operator => ({ staffId, actor: `staff:${staffId}` })
/** Qian began the draft of these tests and was the last to save it. */
export const qian = operator('qian')
export const li = operator('li')
export const wu = operator('wu')

export const hashOf = (body: Program): string => digest(JSON.stringify(body))
export const renamed: Program = { ...defaultProgram, brand: '常青会员' }
/** Soundness is one thing, and what members hold is another. */
const without = <Row extends { id: string }>(id: string, rows: readonly Row[]) =>
  rows.filter((row) => row.id !== id)
export const noBadge: Program = {
  ...renamed,
  badges: without('storyteller', renamed.badges),
}
export const noBadgeAndNoRule: Program = {
  ...noBadge,
  rules: without('storyteller', renamed.rules),
}
export const twoTiers: Program = {
  ...renamed,
  tiers: without('evergreen', renamed.tiers),
  rules: without('monthly-pack-evergreen', renamed.rules),
}
export const first = published(1, 0, defaultProgram)

/** The draft at a status, after the given changes. */
export function at(status: DraftStatus, change: Partial<ProgramDraft> = {}): ProgramDraft {
  const body = change.body ?? renamed
  return {
    id: 'draft',
    version: 3,
    status,
    authorId: 'qian',
    editorId: 'qian',
    basedOn: 1,
    reason: '换个名字',
    body,
    bodyHash: hashOf(body),
    problems: [],
    createdAt: NOW - DAY_MS,
    changedAt: NOW - DAY_MS,
    review: null,
    publishedVersion: null,
    ...change,
  }
}

/** Approved by Li so many milliseconds ago. */
export const approved = (agoMs = 0, change: Partial<ProgramDraft> = {}): ProgramDraft =>
  at('approved', { review: { reviewerId: 'li', at: NOW - agoMs, comment: '' }, ...change })

/** The draft as it is found, beside version 1 and versions published since. */
export const found = (draft: ProgramDraft | undefined, ...newer: Program[]): LoadedDraft => ({
  draft,
  versions: [first, ...newer.map((body, i) => published(i + 2, NOW - 1, body))],
})

/** The answer, what is written, and the draft as it is afterwards. */
export function told<Outcome>(decision: Decision<Outcome>) {
  if ('facts' in decision) throw new Error('a draft rewards nobody')
  const { outcome, changes } = decision
  return { outcome, kinds: changes.map(({ kind }) => kind), draft: draftIn(changes), changes }
}

const draftIn = (changes: readonly Change[]) =>
  changes.flatMap((change) => {
    if (change.kind === 'program-drafted') return [change.draft]
    return change.kind === 'program-draft-changed' ? [change.after] : []
  })[0]

const edit: DraftEdit = { version: 3, body: JSON.stringify(renamed) }
const act = { draftId: 'draft', version: 3 }
const seen = { draftId: 'draft', bodyHash: hashOf(renamed) }

// Each act as the operator does it who looked at the draft just now; a test changes what it is about.

export const save = (place: LoadedDraft, change: Partial<DraftEdit> = {}, who = qian) =>
  told(saveDraft(place, 'draft', { ...edit, ...change }, who, world))
export const submit = (place: LoadedDraft, change: Partial<typeof act> = {}) =>
  told(submitDraft(place, { ...act, ...change }, qian, world))
export const withdraw = (place: LoadedDraft, change: Partial<typeof act> = {}) =>
  told(withdrawDraft(place, { ...act, ...change }, qian, world))
export const approve = (place: LoadedDraft, who = li, change: Partial<typeof seen> = {}) =>
  told(approveDraft(place, { ...seen, ...change }, who, world))
export const reject = (place: LoadedDraft, who = li, change: Partial<typeof seen> = {}) =>
  told(rejectDraft(place, { ...seen, comment: '太多了', ...change }, who, world))
export const publish = (
  place: LoadedDraft,
  change: Partial<typeof seen & { liveAt: number }> = {},
  who = qian,
) => told(publishDraft(place, { ...seen, ...change }, who, world))
