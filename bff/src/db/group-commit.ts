import type { Database, Statement as Prepared } from 'better-sqlite3'
import type { Commit, Write } from './driver.ts'
import type { Statement } from './statement.ts'

interface Job {
  readonly writes: readonly Write[]
  resolve(outcome: Commit): void
  reject(error: unknown): void
}

/**
 * Commits that wait together share one `COMMIT`, and with it one flush to the disk. Each runs in a
 * savepoint of its own, so that a refused one takes back only itself. A group runs in one tick of
 * the event loop: nothing can come between its statements.
 */
export function groupCommit(client: Database, groupMax: number) {
  const prepare = (sql: string) => client.prepare(sql)
  const begin = prepare('BEGIN IMMEDIATE')
  const commit = prepare('COMMIT')
  const rollback = prepare('ROLLBACK')
  const savepoint = prepare('SAVEPOINT one')
  const release = prepare('RELEASE one')
  const undo = prepare('ROLLBACK TO one')
  const prepared = new Map<Statement, Prepared<unknown[]>>()
  const waiting: Job[] = []
  let isScheduled = false
  let refusal: Error | undefined

  function schedule(): void {
    if (isScheduled) return
    isScheduled = true
    setImmediate(() => {
      isScheduled = false
      runGroup(waiting.splice(0, groupMax))
      if (waiting.length > 0) schedule()
    })
  }

  function runGroup(group: readonly Job[]): void {
    if (group.length === 0) return
    const settle: (() => void)[] = []
    try {
      if (refusal) throw refusal
      begin.run()
      for (const job of group) settle.push(runJob(job))
      commit.run()
    } catch (error) {
      if (client.inTransaction) rollback.run()
      // After a failed flush nobody knows what the file holds until it has been opened anew.
      if (isBroken(error)) refusal ??= error
      const isBusy = isConflict(error)
      for (const job of group) isBusy ? job.resolve('conflict') : job.reject(error)
      return
    }
    for (const done of settle) done()
  }

  /** Runs one commit and returns how to tell its owner, to be called once the group is safe. */
  function runJob(job: Job): () => void {
    savepoint.run()
    try {
      const isKept = job.writes.every((write) => runWrite(write) === 1)
      if (!isKept) undo.run()
      release.run()
      return () => job.resolve(isKept ? 'committed' : 'conflict')
    } catch (error) {
      // The engine gave up the whole transaction: no job of the group is in the file.
      if (!client.inTransaction) throw error
      undo.run()
      release.run()
      return isConflict(error) ? () => job.resolve('conflict') : () => job.reject(error)
    }
  }

  function runWrite({ statement, values }: Write): number {
    let ready = prepared.get(statement)
    if (!ready) {
      ready = client.prepare(statement.text)
      prepared.set(statement, ready)
    }
    return ready.run(values).changes
  }

  return {
    commit: (writes: readonly Write[]): Promise<Commit> =>
      new Promise((resolve, reject) => {
        if (refusal) return reject(refusal)
        waiting.push({ writes, resolve, reject })
        schedule()
      }),
    /** Runs what waits and refuses what comes later. */
    close(): void {
      while (waiting.length > 0) runGroup(waiting.splice(0, groupMax))
      refusal ??= new Error('the database is closed')
    },
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''

/** Only the exact codes: a violated CHECK or a missing parent is a bug, not a race. */
const isConflict = (error: unknown): boolean =>
  /^SQLITE_(BUSY.*|CONSTRAINT_(UNIQUE|PRIMARYKEY|ROWID))$/.test(codeOf(error))

/** The disk or the file failed. A full disk does not count: it may have room again. */
const isBroken = (error: unknown): error is Error =>
  /^SQLITE_(IOERR|CORRUPT|NOTADB)/.test(codeOf(error))
