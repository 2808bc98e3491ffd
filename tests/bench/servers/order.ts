import type { Work } from '../contenders.ts'

/** What the bench tells a contender's process to do. It answers each with one `Answer`. */
export type Order =
  | { kind: 'begin-day'; day: number }
  | { kind: 'run'; work: Work }
  | { kind: 'tell-cpu' }
  | { kind: 'close' }

export interface Answer {
  /** Where it listens, told once at the start. */
  port?: number
  /** How long each call of a run took, in ms. */
  latenciesMs?: readonly number[]
  /** Processor time of the process so far, user and system, in µs. */
  cpuUs?: number
  /** What went wrong, when something did. */
  problem?: string
}
