import { addDays } from '@evergreen/shared/day.ts'
import { formatDay, formatSigned } from '@evergreen/shared/format.ts'

interface Step {
  day: string
  kind: 'CHECK_IN' | 'JOIN' | 'CLAIM' | 'ARRIVES'
  title: string
  points: number
}

export interface StepGroup {
  id: string
  title: string
  detail: string
}

/** A plan as it is read: check-ins on days in a row are one line, everything else is its own. */
export function groupSteps(steps: readonly Step[]): readonly StepGroup[] {
  const groups: { first: Step; last: Step; points: number }[] = []
  for (const step of steps) {
    const run =
      step.kind === 'CHECK_IN'
        ? [...groups]
            .reverse()
            .find(({ last }) => last.kind === 'CHECK_IN' && addDays(last.day, 1) === step.day)
        : undefined
    if (run) Object.assign(run, { last: step, points: run.points + step.points })
    else groups.push({ first: step, last: step, points: step.points })
  }
  return groups.map(({ first, last, points }) => {
    const isRun = first.day !== last.day
    const days = isRun ? `${formatDay(first.day)} – ${formatDay(last.day)}` : formatDay(first.day)
    return {
      id: `${first.day}-${first.kind}-${first.title}`,
      title: isRun ? `每天${first.title}` : first.title,
      detail: points === 0 ? days : `${days} · ${formatSigned(points)}积分`,
    }
  })
}
