import { diffPrograms } from '../../bff/src/program/diff.ts'
import type { Program } from '../../bff/src/program/program.ts'
import { programForm } from '../../bff/src/program/program-form.ts'

/** A change of one place, as `rules.0.name` → value; undefined takes the field away. */
export function changedAt(places: Record<string, unknown>, program: Program): Program {
  const copy = JSON.parse(JSON.stringify(program))
  for (const [place, value] of Object.entries(places)) {
    const way = place.split('.')
    const last = way.pop() ?? ''
    const parent = way.reduce((at, name) => at[name], copy)
    if (value === undefined) delete parent[last]
    else parent[last] = value
  }
  return copy
}

export const sentences = (before: Program, after: Program): string[] =>
  diffPrograms(before, after, programForm).map(({ sentence }) => sentence)
