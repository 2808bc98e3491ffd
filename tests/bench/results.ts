/** What one contender did in one round. */
export interface Sample {
  requestsPerSecond: number
  p99Ms: number
  cpuUsPerRequest: number
}

/** The middle one; of an even count, the lower of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted[Math.floor((sorted.length - 1) / 2)]
  if (middle === undefined) throw new Error('there is no median of nothing')
  return middle
}

/** The value that 99 of 100 do not exceed. */
export function p99(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const found = sorted[Math.ceil(sorted.length * 0.99) - 1]
  if (found === undefined) throw new Error('there is no 99th percentile of nothing')
  return found
}

/** Each figure by itself is the median over the rounds. */
export function summary(samples: readonly Sample[]): Sample {
  const middle = (figure: keyof Sample) => median(samples.map((sample) => sample[figure]))
  return {
    requestsPerSecond: middle('requestsPerSecond'),
    p99Ms: middle('p99Ms'),
    cpuUsPerRequest: middle('cpuUsPerRequest'),
  }
}

export interface Row extends Sample {
  label: string
}

/** A table for a person: absolute figures belong to this machine and this hour, ratios travel. */
export function table(rows: readonly Row[], limit: Sample | undefined, of = 'limit'): string {
  const ratio = (figure: keyof Sample, row: Row) =>
    limit ? (row[figure] / limit[figure]).toFixed(2) : '–'
  const lines = rows.map((row) => [
    row.label,
    row.requestsPerSecond.toFixed(0),
    ratio('requestsPerSecond', row),
    row.p99Ms.toFixed(row.p99Ms < 10 ? 2 : 0),
    row.cpuUsPerRequest.toFixed(0),
    ratio('cpuUsPerRequest', row),
  ])
  const all = [['', 'requests/s', `× ${of}`, 'p99 ms', 'CPU µs', `× ${of}`], ...lines]
  const width = (column: number) => Math.max(...all.map((line) => line[column]?.length ?? 0))
  return all
    .map((line) =>
      line
        .map((cell, i) => (i === 0 ? cell.padEnd(width(i)) : cell.padStart(width(i))))
        .join('   '),
    )
    .join('\n')
}
