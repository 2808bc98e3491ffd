import type { FairPlayTerms, Signal } from './fair-play.ts'
import type { InvitationTerms } from './program.ts'
import { AMOUNT_MAX, FEN_MAX, wholeIn } from './sound.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/** What is wrong with the terms of invitations, as sentences. */
export const checkInvitation = (terms: InvitationTerms): string[] => [
  ...wholeIn('invitation: attributionMs', terms.attributionMs, MINUTE_MS, 90 * DAY_MS),
  ...wholeIn('invitation: qualifyMinFen', terms.qualifyMinFen, 1, FEN_MAX),
  ...wholeIn('invitation: rewardAfterDays', terms.rewardAfterDays, 0, 90),
  ...wholeIn('invitation: growthStep', terms.growthStep, 1, AMOUNT_MAX),
  ...wholeIn('invitation: joinsPerDeviceMax', terms.joinsPerDeviceMax, 1, 100),
]

/** What is wrong with the terms of fair play, as sentences that name the signal. */
export const checkFairPlay = ({ reviewDays, signals }: FairPlayTerms): string[] => [
  ...wholeIn('fairPlay: reviewDays', reviewDays, 1, 30),
  ...signals.flatMap(checkSignal),
]

/** A signal keeps its instants with the member: more would weigh on every read. */
const TIMES_MAX = 60

function checkSignal({ id, reason, watch }: Signal): string[] {
  const at = `signal ${id}`
  const said = reason === '' ? [`${at}: tells the member no reason`] : []
  switch (watch.kind) {
    case 'velocity':
      return [
        ...said,
        ...wholeIn(`${at}: times`, watch.times, 2, TIMES_MAX),
        ...wholeIn(`${at}: withinMs`, watch.withinMs, 1_000, 7 * DAY_MS),
      ]
    case 'machine-timing':
      return [
        ...said,
        ...wholeIn(`${at}: times`, watch.times, 4, TIMES_MAX),
        ...wholeIn(`${at}: jitterMs`, watch.jitterMs, 0, MINUTE_MS),
      ]
    case 'fresh-star':
      return [
        ...said,
        ...wholeIn(`${at}: joins`, watch.joins, 2, 1_000),
        ...wholeIn(`${at}: withinMs`, watch.withinMs, MINUTE_MS, 30 * DAY_MS),
        ...wholeIn(`${at}: paidMax`, watch.paidMax, 0, 1_000),
      ]
    case 'device-ring':
      return [...said, ...wholeIn(`${at}: members`, watch.members, 2, 100)]
    case 'staff-reversals':
      return [
        ...said,
        ...wholeIn(`${at}: times`, watch.times, 1, 100),
        ...wholeIn(`${at}: withinMs`, watch.withinMs, MINUTE_MS, 366 * DAY_MS),
      ]
  }
}
