import { formatAmount, formatDay } from '@evergreen/shared/format.ts'
import type { TiersMember } from './use-tiers'

type Standing = NonNullable<TiersMember['standing']>
type Held = TiersMember['benefits'][number]

/** Kept, or what is missing and until when; said calmly, also while the tier is at risk. */
export function standingWords({ decidesOn, inGrace, left }: Standing, tier: string): string {
  const day = `${decidesOn.slice(0, 4)}年${formatDay(decidesOn)}`
  if (left === 0) return `已达到保级要求，「${tier}」不会在${day}降级。`
  const missing = `再获得${formatAmount(left)}成长值`
  return inGrace
    ? `保级宽限期到${day}：${missing}，或完成一项保级任务，就能留在「${tier}」。`
    : `${day}前${missing}，就能继续留在「${tier}」。`
}

/** What is left of a benefit in its period; undefined for one that applies by itself. */
export function leftWords({ left, periodEndsOn }: Held): string | undefined {
  if (left === null) return undefined
  const until = periodEndsOn === null ? '' : `，${formatDay(periodEndsOn)}前有效`
  return left === 0 ? `这一期已用完${until}` : `还可用${left}次${until}`
}
