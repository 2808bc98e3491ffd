import { consentPurposes } from '../fact.ts'
import { checkFairPlay, checkInvitation } from './check-fair-play.ts'
import { checkCondition, checkRule } from './check-rule.ts'
import type { CouponDefinition, ExpiryPolicy, Program } from './program.ts'
import { AMOUNT_MAX, FEN_MAX, TIMES_BP_MAX, unknown, WHOLE_BP, wholeIn } from './sound.ts'

/**
 * Everything that is wrong with a programme, as sentences that name the row; empty when it may be
 * published. Runs at start-up and before publishing.
 */
export function checkProgram(program: Program): string[] {
  return [
    ...checkTiers(program),
    ...checkUnique('benefit', program.benefits),
    ...checkUnique('badge', program.badges),
    ...checkUnique('rule', [...program.rules, ...program.multipliers, ...program.caps]),
    ...checkUnique('coupon', program.coupons),
    ...checkUnique('signal', program.fairPlay.signals),
    ...program.rules.flatMap((rule) => checkRule(program, rule)),
    ...program.multipliers.flatMap((row) => [
      ...checkCondition(program, `multiplier ${row.id}`, row.where),
      ...wholeIn(`multiplier ${row.id}: timesBp`, row.timesBp, 10_000, TIMES_BP_MAX),
    ]),
    ...program.caps.flatMap((cap) => wholeIn(`cap ${cap.id}: max`, cap.max, 0, AMOUNT_MAX)),
    ...program.coupons.flatMap(checkCoupon),
    ...program.badges.flatMap(({ id, benefitIds = [] }) =>
      unknown(`badge ${id}`, 'benefit', benefitIds, program.benefits),
    ),
    ...program.benefits.flatMap(({ id, allowance, opensEarlierMs }) => [
      ...(allowance ? wholeIn(`benefit ${id}: allowance times`, allowance.times, 1, 1_000) : []),
      ...(opensEarlierMs !== undefined
        ? wholeIn(`benefit ${id}: opensEarlierMs`, opensEarlierMs, 1, 7 * 86_400_000)
        : []),
    ]),
    ...checkLeaderboards(program),
    ...checkSettings(program),
  ]
}

/** A season is settled before the one after the next begins. */
const SETTLE_DAYS_MAX = { week: 7, month: 28 }

function checkLeaderboards({ leaderboards }: Program): string[] {
  return [
    ...checkUnique('leaderboard', leaderboards),
    ...leaderboards.flatMap(({ id, season, settleAfterDays, leagues }) => {
      const at = `leaderboard ${id}`
      return [
        ...wholeIn(`${at}: settleAfterDays`, settleAfterDays, 0, SETTLE_DAYS_MAX[season]),
        ...(leagues
          ? [
              ...wholeIn(`${at}: leagues size`, leagues.size, 2, 100),
              ...wholeIn(`${at}: leagues up`, leagues.up, 0, Math.floor(leagues.size / 2)),
              ...wholeIn(`${at}: leagues down`, leagues.down, 0, Math.floor(leagues.size / 2)),
              ...wholeIn(`${at}: leagues divisions`, leagues.divisions.length, 1, 10),
            ]
          : []),
      ]
    }),
  ]
}

function checkTiers({ tiers, benefits }: Program): string[] {
  return [
    ...checkUnique('tier', tiers),
    ...(tiers[0]?.fromGrowth === 0 ? [] : ['the first tier must start at growth 0']),
    ...tiers.flatMap((tier, i) => [
      ...wholeIn(`tier ${tier.id}: fromGrowth`, tier.fromGrowth, 0, Number.MAX_SAFE_INTEGER),
      ...wholeIn(`tier ${tier.id}: pointsRateBp`, tier.pointsRateBp, 0, TIMES_BP_MAX),
      ...(i > 0 && tier.fromGrowth <= (tiers[i - 1]?.fromGrowth ?? 0)
        ? [`tier ${tier.id}: needs more growth than the tier before it`]
        : []),
      ...wholeIn(`tier ${tier.id}: keepGrowth`, tier.keepGrowth, 0, AMOUNT_MAX),
      ...wholeIn(`tier ${tier.id}: shareBp`, tier.shareBp, 0, WHOLE_BP),
      ...unknown(`tier ${tier.id}`, 'benefit', tier.benefitIds, benefits),
    ]),
    ...(tiers[0]?.keepGrowth ? ['the first tier cannot be lost: its keepGrowth must be 0'] : []),
  ]
}

function checkCoupon({ id, worth, validDays, minNetFen, costFen, ...most }: CouponDefinition) {
  const at = `coupon ${id}`
  return [
    ...('offFen' in worth ? wholeIn(`${at}: offFen`, worth.offFen, 1, FEN_MAX) : []),
    ...('payBp' in worth
      ? [
          ...wholeIn(`${at}: payBp`, worth.payBp, 1, WHOLE_BP - 1),
          ...wholeIn(`${at}: offFenMax`, worth.offFenMax, 1, FEN_MAX),
        ]
      : []),
    ...wholeIn(`${at}: validDays`, validDays, 1, 3_660),
    ...wholeIn(`${at}: minNetFen`, minNetFen, 0, FEN_MAX),
    ...wholeIn(`${at}: costFen`, costFen, 0, FEN_MAX),
    ...wholeIn(`${at}: issueMax`, most.issueMax ?? 1, 1, 100_000_000),
    ...wholeIn(`${at}: perMemberMax`, most.perMemberMax ?? 1, 1, 10_000),
  ]
}

function checkSettings(program: Program): string[] {
  const { memberCode, phoneCode, session, privacy } = program
  return [
    ...wholeIn('streak: freezesMax', program.streak.freezesMax, 0, 31),
    ...wholeIn('streak: makeUpsMax', program.streak.makeUpsMax, 0, 31),
    ...wholeIn('streak: makeUpWithinDays', program.streak.makeUpWithinDays, 1, 31),
    ...checkExpiry(program.points.expiry),
    ...checkNoticeDays('points', program.points.noticeDays),
    ...wholeIn('points: returnedDays', program.points.returnedDays, 1, 366),
    ...wholeIn('points: repayBp', program.points.repayBp, 0, WHOLE_BP / 2),
    ...checkNoticeDays('review', program.review.noticeDays),
    ...wholeIn('review: graceDays', program.review.graceDays, 1, 180),
    ...wholeIn('stacking: maxBp', program.stacking.maxBp, WHOLE_BP, 10 * TIMES_BP_MAX),
    ...([1, 2, 3, 4, 6, 12].includes(program.season.months)
      ? []
      : ['season: months must divide a year']),
    ...Object.entries(program.adjustment.pointsMax).flatMap(([role, max]) =>
      wholeIn(`adjustment: pointsMax of ${role}`, max, 0, AMOUNT_MAX),
    ),
    ...wholeIn(
      'adjustment: approvalWithinMs',
      program.adjustment.approvalWithinMs,
      60_000,
      7 * 86_400_000,
    ),
    ...wholeIn('counter: phoneLookUpsPerDay', program.counter.phoneLookUpsPerDay, 0, 1_000),
    ...wholeIn('counter: unmasksPerDay', program.counter.unmasksPerDay, 0, 1_000),
    ...wholeIn('counter: undoWithinMs', program.counter.undoWithinMs, 0, 86_400_000),
    ...wholeIn('mall: approvalCostFen', program.mall.approvalCostFen, 0, FEN_MAX),
    ...wholeIn('mall: approvalWithinMs', program.mall.approvalWithinMs, 60_000, 7 * 86_400_000),
    ...wholeIn('mall: payWithinMs', program.mall.payWithinMs, 60_000, 2 * 3_600_000),
    ...checkInvitation(program.invitation),
    ...checkFairPlay(program.fairPlay),
    ...wholeIn('memberCode: validForMs', memberCode.validForMs, 10_000, 60_000),
    ...wholeIn('memberCode: refreshAfterMs', memberCode.refreshAfterMs, 5_000, 60_000),
    ...(memberCode.refreshAfterMs < memberCode.validForMs
      ? []
      : ['memberCode: has to be refreshed before it ends']),
    ...wholeIn('phoneCode: validForMs', phoneCode.validForMs, 60_000, 900_000),
    ...wholeIn('phoneCode: resendAfterMs', phoneCode.resendAfterMs, 1_000, 600_000),
    ...wholeIn('phoneCode: triesMax', phoneCode.triesMax, 1, 10),
    ...wholeIn('phoneCode: perDayMax', phoneCode.perDayMax, 1, 100),
    ...wholeIn('session: memberMs', session.memberMs, 60_000, 366 * 86_400_000),
    ...wholeIn('session: staffMs', session.staffMs, 60_000, 7 * 86_400_000),
    ...wholeIn('privacy: version', privacy.version, 1, 1_000_000),
    ...consentPurposes
      .filter((purpose) => !privacy.purposes.some((row) => row.purpose === purpose))
      .map((purpose) => `privacy: does not explain the purpose ${purpose}`),
  ]
}

function checkExpiry(expiry: ExpiryPolicy): string[] {
  switch (expiry.kind) {
    case 'end-of-month':
      return wholeIn('points: expiry months', expiry.months, 1, 120)
    case 'calendar':
      return [
        ...wholeIn('points: expiry days', expiry.days.length, 1, 20),
        ...expiry.days
          .filter((day) => !/^(0[1-9]|1[0-2])-(0[1-9]|1\d|2[0-8])$/.test(day))
          .map((day) => `points: expiry day ${day} is no MM-DD that every year has`),
        ...wholeIn('points: expiry atLeastDays', expiry.atLeastDays, 0, 366),
      ]
    case 'inactivity':
      return wholeIn('points: expiry days', expiry.days, 30, 3_660)
  }
}

const checkNoticeDays = (at: string, days: readonly number[]): string[] =>
  days.flatMap((day) => wholeIn(`${at}: noticeDays`, day, 1, 90))

function checkUnique(what: string, rows: readonly { id: string }[]): string[] {
  const seen = new Set<string>()
  const problems: string[] = []
  for (const { id } of rows) {
    if (!/^[a-z][a-z0-9-]{0,63}$/.test(id)) problems.push(`${what} ${id}: is no valid id`)
    if (seen.has(id)) problems.push(`${what} ${id}: stands there twice`)
    seen.add(id)
  }
  return problems
}
