import { businessDay } from '@evergreen/shared/day.ts'
import type { Perform } from '../command.ts'
import type { ClockMark } from '../model.ts'
import type { Payments } from '../payment/payment.ts'
import { judgeClock } from './clock.ts'
import { closeAccounts } from './closures.ts'
import { countScores } from './count-scores.ts'
import type { DeliveryPlace } from './deliver.ts'
import { deliverDue } from './deliver.ts'
import { passTimeForDue } from './due.ts'
import { landFriendFacts } from './friends.ts'
import { settlePayments } from './payments.ts'
import { purge } from './purge.ts'
import { remindOfRestock } from './restock.ts'
import { endReviews } from './reviews.ts'
import { settleSeasons } from './seasons.ts'
import { cancelAllUncollected } from './uncollected.ts'
import type { WebhookPlace } from './webhooks.ts'
import { deliverWebhooks } from './webhooks.ts'

export interface JobPlace extends DeliveryPlace, WebhookPlace {
  perform: Perform
  newId(): string
  payments: Payments | undefined
  /** Told the latest instant that was believed. */
  trust(mark: ClockMark | undefined): void
}

export interface JobReport {
  clock: 'steady' | 'stepped-back' | 'leapt'
  /** Members whom the clock brought something. */
  passed: number
  /** Redemptions that nobody picked up in time. */
  uncollected: number
  /** Reservations whose time to pay is over, and money that went back. */
  unpaid: number
  refunded: number
  /** Accounts of members who wanted to leave. */
  closed: number
  /** Scores that the boards' trees took in, and seasons that became final. */
  scores: number
  seasons: number
  /** Members who are told that something is there again. */
  restocked: number
  /** What friends did, brought to those who invited them. */
  friends: number
  /** Gains that were looked at until their time ran out, and count now. */
  reviewed: number
  /** Notices to members. */
  delivered: number
  /** Deliveries to other systems. */
  webhooks: number
  purged: number
}

/**
 * One round. What cannot be undone runs on a steady clock only: after a leap it waits for an
 * operator's word (T5), after a step back until the clock has caught up.
 */
export async function runJobs(place: JobPlace): Promise<JobReport> {
  const { stores, now, log } = place
  const before = await stores.clock.find()
  const judged = judgeClock(before, now())
  if (judged.kind === 'steady') {
    const { mark } = judged
    await stores.commit([{ kind: 'clock-moved', before, mark }])
    place.trust(mark)
  } else {
    place.trust(before)
    log.error({ clock: judged.kind, byMs: judged.byMs }, 'irreversible jobs wait for the clock')
  }
  const isSteady = judged.kind === 'steady'
  const today = businessDay(now())
  const settled = isSteady ? await settlePayments(place) : { ended: 0, refunded: 0 }
  return {
    clock: judged.kind,
    passed: isSteady ? await passTimeForDue(place, today) : 0,
    uncollected: isSteady ? await cancelAllUncollected(place, today) : 0,
    unpaid: settled.ended,
    refunded: settled.refunded,
    closed: isSteady ? await closeAccounts(place) : 0,
    scores: await countScores(place),
    seasons: isSteady ? await settleSeasons(place) : 0,
    restocked: await remindOfRestock(place),
    friends: isSteady ? await landFriendFacts(place) : 0,
    reviewed: isSteady ? await endReviews(place) : 0,
    delivered: await deliverDue(place),
    webhooks: await deliverWebhooks(place),
    purged: isSteady ? await purge(stores, now()) : 0,
  }
}
