import postgres from 'postgres'

type Answers = PromiseSettledResult<unknown>[]

/** A connection that carries one piece of work at a time and is thrown away once it is in doubt. */
export interface Lane {
  readonly sql: postgres.Sql
  /** Sends the queries one behind the other without waiting. 'lost' when not all were answered. */
  send(queries: readonly PromiseLike<unknown>[]): Promise<Answers | 'lost'>
  /** Takes the lane out of use after this piece of work. */
  retire(): void
  isOpen(): boolean
  end(): Promise<void>
}

export interface LaneOptions {
  readonly lanesMax: number
  /** After this long without an answer the connection counts as lost. */
  readonly silenceMaxMs: number
  readonly lockWaitMaxMs: number
}

/**
 * A pool of lanes. It stands in place of the client's own pool, which sends what is left of a
 * transaction over a fresh connection when the first one is lost, and never answers work that was
 * queued on a reserved connection.
 */
export function openLanes(url: string, options: LaneOptions) {
  const idle: Lane[] = []
  const waiting: ((lane: Lane | null) => void)[] = []
  let openCount = 0
  let closing: Promise<void> | undefined
  let onEmpty: (() => void) | undefined

  /** Runs the work on a lane of its own. Throws when no connection can be had; nothing was sent. */
  async function use<T>(work: (lane: Lane) => Promise<T>): Promise<T> {
    if (closing) throw new Error('the database is closed')
    const lane = await take()
    try {
      return await work(lane)
    } finally {
      giveBack(lane)
    }
  }

  async function take(): Promise<Lane> {
    for (let lane = idle.pop(); lane; lane = idle.pop()) {
      if (lane.isOpen()) return lane
      discard(lane)
    }
    if (openCount >= options.lanesMax) {
      const handedOver = await new Promise<Lane | null>((resolve) => waiting.push(resolve))
      return handedOver ?? take()
    }
    openCount++
    try {
      return await openLane(url, options)
    } catch (error) {
      openCount--
      wakeNext(null)
      tellWhenEmpty()
      throw error
    }
  }

  function giveBack(lane: Lane): void {
    if (!lane.isOpen()) {
      discard(lane)
      wakeNext(null)
    } else if (!wakeNext(lane)) {
      idle.push(lane)
    }
    tellWhenEmpty()
  }

  function tellWhenEmpty(): void {
    if (closing && idle.length === openCount) onEmpty?.()
  }

  function wakeNext(lane: Lane | null): boolean {
    const next = waiting.shift()
    next?.(lane)
    return next !== undefined
  }

  function discard(lane: Lane): void {
    openCount--
    void lane.end()
  }

  async function finish(): Promise<void> {
    if (idle.length < openCount) {
      await new Promise<void>((resolve) => {
        onEmpty = resolve
      })
    }
    await Promise.all(idle.splice(0).map((lane) => lane.end()))
  }

  return {
    use,
    /** Waits for the work under way. */
    close(): Promise<void> {
      closing ??= finish()
      return closing
    },
  }
}

/** How this project talks to PostgreSQL: JSON is passed as the text it is stored as. */
export const clientOptions = {
  max: 1,
  max_lifetime: null,
  connect_timeout: 10,
  fetch_types: false,
  types: {
    json: {
      to: 114,
      from: [114],
      serialize: (text: string) => text,
      parse: (text: string) => text,
    },
  },
  onnotice: () => {},
}

async function openLane(url: string, { silenceMaxMs, lockWaitMaxMs }: LaneOptions): Promise<Lane> {
  let isOpen = true
  let onLost: (() => void) | undefined
  const client = postgres(url, {
    ...clientOptions,
    connection: {
      application_name: 'evergreen',
      lock_timeout: lockWaitMaxMs,
      statement_timeout: silenceMaxMs,
      idle_in_transaction_session_timeout: silenceMaxMs,
    },
    onclose: retire,
  })

  function retire(): void {
    isOpen = false
    onLost?.()
  }

  try {
    // A reservation is never granted by a client that has not been connected once.
    await client.unsafe('select 1')
  } catch (error) {
    void client.end({ timeout: 0 })
    throw error
  }
  const sql = await client.reserve()

  return {
    sql,
    retire,
    isOpen: () => isOpen,
    end: () => client.end({ timeout: 0 }),
    async send(queries) {
      const answered = Promise.allSettled(queries)
      const lost = new Promise<'lost'>((resolve) => {
        onLost = () => resolve('lost')
      })
      const silence = setTimeout(retire, silenceMaxMs)
      const answers = await Promise.race([answered, lost])
      clearTimeout(silence)
      onLost = undefined
      if (answers !== 'lost' && answers.every(isFromServer)) return answers
      retire()
      return 'lost'
    },
  }
}

/** An error the client made up itself means that the connection is gone or out of step. */
const isFromServer = (answer: PromiseSettledResult<unknown>): boolean =>
  answer.status === 'fulfilled' || answer.reason instanceof postgres.PostgresError
