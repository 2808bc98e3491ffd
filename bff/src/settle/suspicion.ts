import type { ReportedFact } from '../fact.ts'
import type { Signal, Watch } from '../program/fair-play.ts'
import type { Run } from './run.ts'

type Timed = Extract<Watch, { kind: 'velocity' | 'machine-timing' }>

/** The signal under which a fact is looked at, or none: it came with one, or its pace sets one off. */
export function suspect(run: Run, fact: ReportedFact): string | undefined {
  const paced = pace(run, fact)
  return fact.suspicion ?? paced
}

/** Notes the instant with every signal that watches such facts; the first one that is set off. */
function pace(run: Run, { kind }: ReportedFact): string | undefined {
  let set: string | undefined
  for (const { id, watch } of run.terms.fairPlay.signals) {
    if (!isTimed(watch) || !watch.on.some((each) => each === kind)) continue
    const instants = [...(run.state.pulse[id] ?? []), run.place.recordedAt].slice(-watch.times)
    run.state = { ...run.state, pulse: { ...run.state.pulse, [id]: instants } }
    if (set === undefined && isSet(watch, instants)) set = id
  }
  return set
}

const isTimed = (watch: Signal['watch']): watch is Timed =>
  watch.kind === 'velocity' || watch.kind === 'machine-timing'

function isSet(watch: Timed, instants: readonly number[]): boolean {
  if (instants.length < watch.times) return false
  const first = instants[0] ?? 0
  const last = instants.at(-1) ?? 0
  if (watch.kind === 'velocity') return last - first <= watch.withinMs
  const gaps = instants.slice(1).map((at, i) => at - (instants[i] ?? at))
  // What comes in one batch has no pace.
  return last > first && Math.max(...gaps) - Math.min(...gaps) <= watch.jitterMs
}
