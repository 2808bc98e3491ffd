import type { Day } from '@evergreen/shared/day.ts'
import type { Decision, World } from '../command.ts'
import type { ProgramDraft } from '../model.ts'
import type { DraftNotFound, Operator, ProgramHasProblems } from '../program/draft.ts'
import { problemsToFollow } from '../program/draft.ts'
import type { BackTestRun } from './result.ts'

/** A run that was not heard of for so long has died with its process. */
const SILENCE_MAX_MS = 2 * 60_000

/** The run as it stands at an instant (ms). */
export const standing = (run: BackTestRun, now: number): BackTestRun =>
  run.state === 'running' && now - run.at >= SILENCE_MAX_MS ? { ...run, state: 'failed' } : run

export type StartOutcome =
  | { kind: 'BackTestStarted'; id: string }
  | DraftNotFound
  | ProgramHasProblems
  | { kind: 'BackTestRunning'; id: string }

/**
 * Begins to replay the stored facts through a draft, from a day on. Refusals, in order:
 * `DraftNotFound`, `ProgramHasProblems` (members could not live under it), `BackTestRunning` (one at
 * a time: it takes its share of the machine).
 */
export function startBackTest(
  { draft, latest }: { draft: ProgramDraft | undefined; latest: readonly BackTestRun[] },
  { draftId, from }: { draftId: string | null; from: Day },
  { staffId, actor }: Operator,
  { newId, now, digest, program }: World,
): Decision<StartOutcome> {
  const refuse = (outcome: StartOutcome) => ({ outcome, changes: [] })
  if (draftId !== null && !draft) return refuse({ kind: 'DraftNotFound', draftId })
  const problems = draft ? problemsToFollow(program.body, draft.body) : []
  if (problems.length > 0) return refuse({ kind: 'ProgramHasProblems', problems })
  const running = latest.find((run) => standing(run, now).state === 'running')
  if (running) return refuse({ kind: 'BackTestRunning', id: running.id })
  const bodyHash = draft?.bodyHash ?? digest(JSON.stringify(program.body))
  const run: BackTestRun = {
    id: newId(),
    version: 1,
    by: staffId,
    draftId,
    bodyHash,
    from,
    state: 'running',
    done: 0,
    total: 0,
    report: null,
    startedAt: now,
    at: now,
    endedAt: null,
  }
  const detail = { backTestId: run.id, draftId: draftId ?? '', bodyHash, from }
  const record = { id: newId(), at: now, actor, memberId: null, detail }
  return {
    outcome: { kind: 'BackTestStarted', id: run.id },
    changes: [
      { kind: 'back-test-started', run },
      { kind: 'audit', record: { ...record, action: 'started-back-test' } },
    ],
  }
}
