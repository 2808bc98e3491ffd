import { businessDay } from '@evergreen/shared/day.ts'
import { CHAIN_START } from '../ledger/ledger.ts'
import type { Change, IdentityKind, MemberState } from '../model.ts'
import type { Program } from '../program/program.ts'

/** A member on the first day: the base tier, nothing earned yet. */
export function newMember(id: string, program: Program, now: number): MemberState {
  const base = program.tiers[0]
  if (!base) throw new Error('a programme has a first tier')
  return {
    id,
    version: 0,
    joinedAt: now,
    points: 0,
    growth: 0,
    tierId: base.id,
    entrySeq: 0,
    chainHead: CHAIN_START,
    lastAt: now,
    streak: { lastDay: null, days: 0, bestDays: 0, freezes: 0, recentDays: [] },
    tierGrants: [{ tierId: base.id, reason: 'base', from: businessDay(now), until: null }],
    badges: [],
    progress: {},
    consents: {},
  }
}

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
