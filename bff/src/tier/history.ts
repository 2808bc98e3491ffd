import type { Day } from '@evergreen/shared/day.ts'
import { formatAmount, formatDay } from '@evergreen/shared/format.ts'
import { terms } from '@evergreen/shared/terms.ts'
import type { TierStep } from '../model.ts'
import type { Program } from '../program/program.ts'

/** A step of the way through the tiers, as the member reads it when looking back (T14, T17). */
export interface ToldStep {
  day: Day
  kind: TierStep['kind'] | 'joined'
  /** The tier that counted from then on. */
  tierId: string
  words: string
}

/** The whole way, oldest first: it begins with the first tier on the day of joining. */
export function tellHistory(
  steps: readonly TierStep[],
  joinedOn: Day,
  program: Pick<Program, 'tiers'>,
): readonly ToldStep[] {
  const nameOf = (tierId: string) => program.tiers.find(({ id }) => id === tierId)?.name ?? tierId
  const first = program.tiers[0]?.id as string
  const joined = { day: joinedOn, kind: 'joined', tierId: first } as const
  return [
    { ...joined, words: `入会，从${nameOf(first)}开始` },
    ...steps.map((step) => {
      const { day, kind, tierId } = step
      return { day, kind, tierId, words: reasonOf(step, nameOf) }
    }),
  ]
}

function reasonOf(
  { kind, grant, tierId, earned, needed }: TierStep,
  nameOf: (tierId: string) => string,
): string {
  const name = nameOf(grant.tierId)
  const now = nameOf(tierId)
  const until = grant.until === null ? '' : `，至${formatDay(grant.until)}`
  const growth = `本期${terms.growth.zh}${formatAmount(earned ?? 0)}`
  const gap = formatAmount(Math.max(0, (needed ?? 0) - (earned ?? 0)))
  switch (kind) {
    case 'granted':
      return `${grants[grant.reason]}${name}${until}`
    case 'retained':
      return (earned ?? 0) >= (needed ?? 0)
        ? `${growth}，达到${formatAmount(needed ?? 0)}，保留${name}`
        : `完成保级任务，保留${name}`
    case 'grace-began':
      return `${growth}，还差${gap}，${name}进入保级期${until}`
    case 'downgraded':
      return `保级期结束，${growth}，还差${gap}，等级为${now}`
    case 'ended':
      return `${names[grant.reason]}的${name}到期，等级为${now}`
    case 'taken-back':
      return `退款后${terms.growth.zh}不足，等级为${now}`
  }
}

const grants: Readonly<Record<TierStep['grant']['reason'], string>> = {
  base: '成为',
  earned: `${terms.growth.zh}达标，升级为`,
  grace: '保级中的',
  paid: '开通',
  trial: '体验',
  manual: '获赠',
}

const names: Readonly<Record<TierStep['grant']['reason'], string>> = {
  base: '入会',
  earned: '成长',
  grace: '保级',
  paid: '开通',
  trial: '体验',
  manual: '获赠',
}
