import { businessDay } from '@evergreen/shared/day.ts'
import { formatDay } from '@evergreen/shared/format.ts'

interface Refusal {
  at: number
  ruleId: string
  ruleName: string
  reason: string
  given: number
}

export interface RefusalGroup {
  id: string
  title: string
  /** Why, and when. */
  detail: string
  /** False when nothing at all was given. */
  isPart: boolean
}

/** What one limit held back on one day is one line, in the order of its first refusal. */
export function groupRefusals(refusals: readonly Refusal[]): readonly RefusalGroup[] {
  const groups = new Map<string, RefusalGroup & { times: number }>()
  for (const { at, ruleId, ruleName, reason, given } of refusals) {
    const day = businessDay(at)
    const id = `${day}-${ruleId}-${reason}`
    const group = groups.get(id)
    const times = (group?.times ?? 0) + 1
    groups.set(id, {
      id,
      title: ruleName,
      detail: [reason, formatDay(day), times > 1 && `${times}次`].filter(Boolean).join(' · '),
      isPart: (group?.isPart ?? false) || given > 0,
      times,
    })
  }
  return [...groups.values()]
}
