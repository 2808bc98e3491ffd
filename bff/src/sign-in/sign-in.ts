import type { Decision, World } from '../command.ts'
import { acceptNotice, hasAccepted } from '../consent/consent.ts'
import type { ReportedFact } from '../fact.ts'
import type { Binding, Brought } from '../invitation/bind.ts'
import { bind } from '../invitation/bind.ts'
import { newSceneCode } from '../invitation/invitation.ts'
import type { Identity } from '../member/member.ts'
import { addIdentity, firstAlias, newMember } from '../member/member.ts'
import type { Change, MemberState, PhoneCode } from '../model.ts'
import type { CodeRefused } from '../phone-code/phone-code.ts'
import { tryPhoneCode } from '../phone-code/phone-code.ts'
import { openSession } from '../session/session.ts'

export type SignInOutcome =
  | { kind: 'SignedIn'; memberId: string; joined: boolean; token: string; expiresAt: number }
  | { kind: 'ConsentNeeded' }
  | CodeRefused

/** A proven way to say who somebody is, and the member it is known for, if any. */
export interface ProvenIdentity extends Identity {
  knownFor: string | undefined
  /** Given with a phone: how it is shown. */
  phoneMask?: string
}

export interface Arrival {
  identities: readonly ProvenIdentity[]
  /** The member of the first identity that is known. */
  member: MemberState | undefined
  acceptedPrivacyVersion: number | undefined
  /** The link that brought them. */
  brought: Brought
  /** The phone they hold; undefined for an app that makes no number for it. */
  deviceHash: string | undefined
}

/**
 * Signs a proven person in, or makes them a member. One person is one member: a new WeChat account
 * with a known phone is the same member. An identity known for another member stays with that one.
 * Refusals: `ConsentNeeded` until the notice in force is accepted; nothing personal is stored
 * before (P3).
 */
export function signIn(arrival: Arrival, world: World): Decision<SignInOutcome> {
  const { program, now, newId } = world
  const notice = program.body.privacy
  const accepts = arrival.acceptedPrivacyVersion === notice.version
  const known = arrival.member
  if (!accepts && !(known && hasAccepted(known.consents, notice)))
    return { outcome: { kind: 'ConsentNeeded' }, changes: [] }

  const start = known ?? newMember(newId(), program, now)
  const fresh = accepts && !hasAccepted(start.consents, notice) ? acceptNotice(notice, now) : []
  const consents = Object.fromEntries(fresh.map(({ purpose, consent }) => [purpose, consent]))
  const binding = known ? undefined : bind(arrival.brought, start.id, world)
  const { token, session } = openSession('member', start.id, program.body.session.memberMs, world)
  return {
    before: known,
    state: { ...start, consents: { ...start.consents, ...consents } },
    facts: binding ? [joined(binding)] : [],
    changes: [
      ...fresh.map((row): Change => ({ kind: 'consent-recorded', memberId: start.id, ...row })),
      ...(known ? bindPhone(arrival, start.id) : [addProfile(arrival, start.id)]),
      ...arrival.identities
        .filter((identity) => identity.knownFor === undefined)
        .map((identity) => addIdentity(start.id, identity, now)),
      ...(binding ? [...binding.changes, ownCode(start.id, world)] : []),
      ...traceOf(arrival, start.id, now),
      { kind: 'session-opened', session },
    ],
    outcome: () => ({
      kind: 'SignedIn',
      memberId: start.id,
      joined: !known,
      token,
      expiresAt: session.expiresAt,
    }),
  }
}

const joined = ({ from, suspicion }: Binding): ReportedFact => ({
  kind: 'joined',
  key: 'joined',
  ...(from && { from }),
  ...(suspicion !== undefined && { suspicion }),
})

/** What a member's own links and pictures carry. */
const ownCode = (subjectId: string, { now, randomInt }: World): Change => ({
  kind: 'scene-code-made',
  code: { code: newSceneCode(randomInt), kind: 'member', subjectId, name: null, at: now },
})

/** Who signed in on which phone is noted once. */
function traceOf({ deviceHash, brought }: Arrival, memberId: string, at: number): Change[] {
  if (deviceHash === undefined || brought.onDevice.includes(memberId)) return []
  return [{ kind: 'trace-left', trace: { deviceHash, memberId, at } }]
}

export interface PhoneArrival extends Arrival {
  sent: PhoneCode | undefined
  code: string
}

/** The same by phone and one-time code: the code is used up only when it lets somebody in. */
export function signInWithPhone(arrival: PhoneArrival, world: World): Decision<SignInOutcome> {
  const tried = tryPhoneCode(arrival.sent, arrival.code, world)
  if (tried.kind === 'refused') return { outcome: tried.outcome, changes: tried.changes }
  const decision = signIn(arrival, world)
  if (!('facts' in decision)) return decision
  return { ...decision, changes: [...decision.changes, tried.change] }
}

const phoneMaskOf = (arrival: Arrival): string | undefined =>
  arrival.identities.find((identity) => identity.phoneMask !== undefined)?.phoneMask

const addProfile = (arrival: Arrival, memberId: string): Change => ({
  kind: 'profile-added',
  profile: { memberId, alias: firstAlias(memberId), phoneMask: phoneMaskOf(arrival) ?? null },
})

/** A member who brings a phone nobody has bound yet is shown with it from now on. */
function bindPhone(arrival: Arrival, memberId: string): Change[] {
  const phoneMask = phoneMaskOf(arrival)
  const isNew = arrival.identities.some((row) => row.phoneMask && row.knownFor === undefined)
  return phoneMask !== undefined && isNew ? [{ kind: 'phone-mask-set', memberId, phoneMask }] : []
}
