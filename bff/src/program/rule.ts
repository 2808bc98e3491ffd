import type { Day } from '@evergreen/shared/day.ts'
import type { Fact, RuleUnit } from '../fact.ts'

/** `{ on, where, target, period, limits, grant }`: when this happens, so often, give that. */
export interface Rule {
  id: string
  name: string
  /** The requirements this row fulfils. */
  sources: readonly string[]
  /** Any of these facts. */
  on: readonly Fact['kind'][]
  where?: Condition
  /** One grant per period; without it, one grant per fact. */
  period?: Period
  /** What has to come together within the period before it is granted: facts, unless measured. */
  target?: number
  /** `net-fen` counts money; `days` counts the days it happened on. */
  measure?: 'facts' | 'net-fen' | 'days'
  limits?: readonly Limit[]
  /** Given to all members together at most; the last grant is cut to what is left. */
  budget?: Budget
  grant: Grant
  /** What becomes of it when its order is refunded. Points and growth of an order always go back. */
  onRefund?: 'keep' | 'take-back'
  task?: Task
}

export type Period = 'day' | 'week' | 'month' | 'season' | 'year' | 'ever'

/** All named conditions must hold. */
export interface Condition {
  minStreakDays?: number
  /** Holds on the n-th, 2n-th, 3n-th … streak day. */
  everyStreakDays?: number
  dayOfMonth?: number
  /** First and last day of a festival. */
  from?: Day
  until?: Day
  /** Only for members whom a friend brought. */
  invited?: true
  /** Only in the month of the member's birthday. */
  birthdayMonth?: true
  /** The tier reached. */
  tierId?: string
  /** The tiers a member stands at. */
  tierIds?: readonly string[]
  /** Only while the tier is kept by grace. */
  inGrace?: true
  joinedWithinDays?: number
  /** The badge awarded, the task completed. */
  badgeId?: string
  ruleId?: string
  channel?: 'shop' | 'online'
  shopIds?: readonly string[]
  minNetFen?: number
  /** At least one line of these categories, counted as base. */
  categories?: readonly string[]
  /** The boards whose season ended, the lowest rank that counts, whether a league was left upwards. */
  boardIds?: readonly string[]
  maxRank?: number
  promoted?: true
}

export interface Grant {
  points?: Sum
  growth?: Sum
  /** When points can be spent: so many days later, or once the order was received. */
  release?: { afterDays: number }
  badgeId?: string
  freezes?: number
  makeUps?: number
  coupons?: readonly { couponId: string; count: number }[]
  trial?: { tierId: string; days: number }
  /** Ends a grace: the tier is kept. */
  retainTier?: true
}

/**
 * A fixed amount; a ladder that starts again after its last step; per yuan of the net, at the
 * tier's rate or at one rate (basis points); a share (basis points) of the fact's amount.
 */
export type Sum =
  | { fixed: number }
  | { ladderByStreak: readonly number[] }
  | { perYuan: 'tier-rate' }
  | { perYuan: number }
  | { shareBp: number }

/** A limit of what one rule gives to one member. */
export interface Limit {
  per: Period
  times?: number
  amount?: { unit: RuleUnit; max: number }
}

export interface Budget {
  unit: RuleUnit
  per: Period
  max: number
}

/** A rule that members see with their progress. */
export interface Task {
  set: 'newcomer' | 'daily' | 'weekly' | 'path' | 'challenge' | 'keep-tier'
  /** The path or challenge it is a stage of. */
  groupId?: string
  summary: string
  /** What one counted thing is called: 次, 天, 篇, 元. */
  countWord: string
  reward: 'auto' | 'claimed'
  /** Tasks that have to be completed before. */
  after?: readonly string[]
  /** It counts from the moment the member joined the task. */
  join?: true
  /** Open to members for so many days after joining the programme. */
  openDays?: number
}

/** Multiplies what rules on the same fact give in one unit. */
export interface Multiplier {
  id: string
  name: string
  sources: readonly string[]
  on: Fact['kind']
  where: Condition
  unit: RuleUnit
  timesBp: number
}

/** A rule with a period keeps a count; a target of one is completed by its first fact. */
export const targetOf = ({ target }: Pick<Rule, 'target'>): number => target ?? 1
