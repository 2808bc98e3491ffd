import type { Day } from '@evergreen/shared/day.ts'
import { businessDay } from '@evergreen/shared/day.ts'
import { CHAIN_START } from '../ledger/ledger.ts'
import type { Change, IdentityKind, MemberState } from '../model.ts'
import type { PublishedProgram } from '../program/program.ts'

/** A member on the first day: the base tier, nothing earned yet. */
export function newMember(
  id: string,
  { version, body }: PublishedProgram,
  now: number,
): MemberState {
  const base = body.tiers[0]
  if (!base) throw new Error('a programme has a first tier')
  const today = businessDay(now)
  return {
    id,
    version: 0,
    joinedAt: now,
    points: 0,
    growth: 0,
    pending: 0,
    held: 0,
    debt: 0,
    tierId: base.id,
    entrySeq: 0,
    factSeq: 0,
    chainHead: CHAIN_START,
    lastAt: now,
    clockDay: today,
    dueOn: today,
    lots: [],
    holds: [],
    streak: {
      lastDay: null,
      days: 0,
      bestDays: 0,
      freezes: 0,
      makeUps: 0,
      recentDays: [],
      broken: null,
      termsVersion: version,
    },
    tierGrants: [{ tierId: base.id, reason: 'base', from: today, until: null }],
    standing: {
      growthBehind: 0,
      windowFrom: today,
      windowGrowth: 0,
      floorTierId: base.id,
      termsVersion: version,
    },
    badges: [],
    progress: {},
    counts: {},
    birthday: null,
    consents: {},
    invited: null,
    pulse: {},
  }
}

/** The business day a member lives in: a clock that stepped back gives no day twice (T4). */
export const dayFor = ({ lastAt }: Pick<MemberState, 'lastAt'>, now: number): Day =>
  businessDay(Math.max(now, lastAt))

/** Until a member chooses an alias, they have one that says nothing about them. */
export const firstAlias = (memberId: string): string => `会员${memberId.slice(-4).toUpperCase()}`

/** First character and stars: what staff may see of an alias. */
export const maskName = (alias: string): string => `${[...alias][0] ?? ''}**`

export interface Identity {
  identity: IdentityKind
  /** The openid, or the keyed hash of a phone number. */
  subject: string
}

export const addIdentity = (
  memberId: string,
  { identity, subject }: Identity,
  at: number,
): Change => ({
  kind: 'identity-added',
  identity,
  subject,
  memberId,
  at,
})
