/** A clock that moves only when told, ids that count, and a log that keeps its lines. */
export function createOutside() {
  let at = Date.UTC(2026, 2, 2, 4, 0, 0)
  let ids = 0
  const lines: string[] = []
  const keep = (fields: object, message?: string) => {
    lines.push(`${message} ${JSON.stringify(fields)}`)
  }
  return {
    now: () => at,
    newId: () => `id-${++ids}`,
    log: { info: keep, warn: keep, error: keep },
    lines,
    pass(ms: number) {
      at += ms
    },
  }
}

export type Outside = ReturnType<typeof createOutside>

export const SECOND_MS = 1_000
export const MINUTE_MS = 60_000
export const HOUR_MS = 3_600_000
