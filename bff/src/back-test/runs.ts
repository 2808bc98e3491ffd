import type { Log } from '../log.ts'
import type { Stores } from '../stores.ts'
import type { BackTestRun } from './result.ts'
import { settledUntil, tryOnFacts } from './run.ts'

export interface RunPlace {
  stores: Stores
  now(): number
  digest(text: string): string
  log: Log
}

export interface BackTestRuns {
  /** Works on a run that was started, beside everything else, unless somebody does already. */
  begin(id: string): void
  /** Ends what is under way; it counts as failed. */
  stop(): Promise<void>
}

/** Another process works on it, or this one is to stop. */
class GivenUp extends Error {
  override readonly name = 'GivenUp'
}

export function backTestRuns(place: RunPlace): BackTestRuns {
  const { stores, now, digest, log } = place
  const underWay = new Map<string, Promise<void>>()
  let stopping = false

  async function work(id: string): Promise<void> {
    let run = await stores.backTest.find(id)
    if (run?.state !== 'running' || run.version > 1) return
    const note = async (change: Partial<BackTestRun>): Promise<void> => {
      const before = run as BackTestRun
      const after = { ...before, ...change, version: before.version + 1, at: now() }
      const commit = await stores.commit([{ kind: 'back-test-noted', before, after }])
      if (commit !== 'committed') throw new GivenUp()
      run = after
    }
    try {
      const draft = run.draftId === null ? null : await stores.programDraft.find(run.draftId)
      if (draft && draft.bodyHash !== run.bodyHash) throw new Error('the draft was changed')
      const until = settledUntil(run.startedAt)
      const trial = { draft: draft?.body ?? null, from: run.from, until }
      const report = await tryOnFacts(stores, trial, digest, async (done, total) => {
        if (stopping) throw new Error('the process ends')
        await note({ done, total })
      })
      await note({ state: 'done', report, endedAt: now() })
    } catch (err) {
      if (err instanceof GivenUp) return
      log.error({ err, backTestId: id }, 'a back-test failed')
      await note({ state: 'failed', endedAt: now() })
    }
  }

  return {
    begin(id) {
      if (underWay.has(id) || stopping) return
      const working = work(id)
        .catch((err: unknown) => log.error({ err, backTestId: id }, 'a back-test was lost'))
        .finally(() => underWay.delete(id))
      underWay.set(id, working)
    },
    async stop() {
      stopping = true
      await Promise.all(underWay.values())
    },
  }
}
