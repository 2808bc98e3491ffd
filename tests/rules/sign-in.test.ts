import { describe, expect, it } from 'vitest'
import { byThemselves } from '../../bff/src/invitation/bind.ts'
import type { Change, PhoneCode, Session, Staff } from '../../bff/src/model.ts'
import { requestPhoneCode } from '../../bff/src/phone-code/phone-code.ts'
import { digest } from '../../bff/src/secrets.ts'
import { openSession } from '../../bff/src/session/session.ts'
import type { Arrival, ProvenIdentity } from '../../bff/src/sign-in/sign-in.ts'
import { signIn, signInWithPhone } from '../../bff/src/sign-in/sign-in.ts'
import { signInStaff } from '../../bff/src/staff/sign-in-staff.ts'
import { lin, noon, worldAt } from './world.ts'

const now = noon('2026-03-02')
const world = worldAt(now)
const DAY_MS = 86_400_000

const phone: ProvenIdentity = {
  identity: 'phone',
  subject: 'hash',
  knownFor: undefined,
  phoneMask: '138****0001',
}
const wechat: ProvenIdentity = { identity: 'wechat', subject: 'openid', knownFor: undefined }
const came = { brought: byThemselves, deviceHash: undefined }
const newcomer: Arrival = {
  ...came,
  identities: [phone],
  member: undefined,
  acceptedPrivacyVersion: 1,
}
const agreed = { ...lin, consents: { service: { given: true, version: 1, at: 1 } } }
const known: Arrival = {
  ...came,
  identities: [{ ...phone, knownFor: 'lin' }],
  member: agreed,
  acceptedPrivacyVersion: undefined,
}

const kindsOf = (decision: { changes: readonly Change[] }) =>
  decision.changes.map(({ kind }) => kind)
const sessionIn = (decision: { changes: readonly Change[] }): Session | undefined =>
  decision.changes.flatMap((change) =>
    change.kind === 'session-opened' ? [change.session] : [],
  )[0]

describe('signing in', () => {
  it('makes a new member of somebody unknown, who accepted the notice', () => {
    const decision = signIn(newcomer, world)
    expect(decision).toMatchObject({
      before: undefined,
      state: {
        id: 'id-1',
        tierId: 'sprout',
        points: 0,
        growth: 0,
        joinedAt: now,
        lastAt: now,
        consents: { service: { given: true, version: 1, at: now } },
      },
      facts: [{ kind: 'joined', key: 'joined' }],
    })
    expect(kindsOf(decision)).toEqual([
      'consent-recorded',
      'profile-added',
      'identity-added',
      'scene-code-made',
      'session-opened',
    ])
    expect(decision.changes[1]).toMatchObject({
      profile: { memberId: 'id-1', alias: '会员ID-1', phoneMask: '138****0001' },
    })
  })

  it.each<[string, Arrival]>([
    ['somebody unknown who accepted nothing', { ...newcomer, acceptedPrivacyVersion: undefined }],
    ['somebody unknown who accepted an older notice', { ...newcomer, acceptedPrivacyVersion: 0 }],
    [
      'somebody unknown who accepted a notice that is none',
      { ...newcomer, acceptedPrivacyVersion: 2 },
    ],
    ['a member who withdrew', { ...known, member: lin }],
  ])('stores nothing of %s (P3)', (_, arrival) => {
    expect(signIn(arrival, world)).toEqual({ outcome: { kind: 'ConsentNeeded' }, changes: [] })
  })

  it('opens one more session for a member, and nothing else', () => {
    const decision = signIn(known, world)
    expect(decision).toMatchObject({ before: agreed, state: agreed, facts: [] })
    expect(kindsOf(decision)).toEqual(['session-opened'])
    expect(sessionIn(decision)).toMatchObject({
      hat: 'member',
      subjectId: 'lin',
      openedAt: now,
      expiresAt: now + 30 * DAY_MS,
    })
  })

  it('takes a new WeChat account with a known phone for the same member', () => {
    const identities = [wechat, { ...phone, knownFor: 'lin' }]
    const decision = signIn({ ...known, identities }, world)
    expect(decision).toMatchObject({ state: { id: 'lin' }, facts: [] })
    expect(decision.changes[0]).toEqual({
      kind: 'identity-added',
      identity: 'wechat',
      subject: 'openid',
      memberId: 'lin',
      at: now,
    })
  })

  it('binds a phone nobody has to the member who brings it', () => {
    const identities = [{ ...wechat, knownFor: 'lin' }, phone]
    expect(kindsOf(signIn({ ...known, identities }, world))).toEqual([
      'phone-mask-set',
      'identity-added',
      'session-opened',
    ])
  })

  it('leaves a phone with the member who has it', () => {
    const identities = [
      { ...wechat, knownFor: 'lin' },
      { ...phone, knownFor: 'wang' },
    ]
    expect(kindsOf(signIn({ ...known, identities }, world))).toEqual(['session-opened'])
  })
})

describe('signing in by phone and code', () => {
  const sent = codeSent()
  const arrival = { ...newcomer, sent, code: '777777' }

  it('uses the code up with the session it opens', () => {
    const decision = signInWithPhone(arrival, world)
    expect(decision.changes.at(-1)).toEqual({
      kind: 'phone-code-tried',
      before: sent,
      usedAt: now,
    })
  })

  it('does not use it up while consent is missing', () => {
    expect(signInWithPhone({ ...arrival, acceptedPrivacyVersion: undefined }, world)).toEqual({
      outcome: { kind: 'ConsentNeeded' },
      changes: [],
    })
  })

  it('says that the code is wrong before it asks for consent', () => {
    const wrong = { ...arrival, acceptedPrivacyVersion: undefined, code: '000000' }
    expect(signInWithPhone(wrong, world)).toMatchObject({
      outcome: { kind: 'CodeRefused', reason: 'wrong' },
      changes: [{ usedAt: null }],
    })
  })
})

describe('signing staff in', () => {
  const sent = codeSent()
  const zhao: Staff = {
    id: 'zhao',
    name: '赵店员',
    phoneHash: 'hash',
    role: 'staff',
    shopId: 'shop',
    active: true,
    openid: null,
  }

  it('opens a session of twelve hours under the other hat', () => {
    const decision = signInStaff({ sent, code: '777777', staff: zhao }, world)
    expect(kindsOf(decision)).toEqual(['phone-code-tried', 'session-opened'])
    expect(sessionIn(decision)).toMatchObject({
      hat: 'staff',
      subjectId: 'zhao',
      expiresAt: now + DAY_MS / 2,
    })
  })

  it.each<[string, string, Staff | undefined, object, string[]]>([
    [
      'a wrong code, whoever it is',
      '000000',
      undefined,
      { kind: 'CodeRefused', reason: 'wrong' },
      ['phone-code-tried'],
    ],
    ['a phone that is nobody’s', '777777', undefined, { kind: 'NotStaff' }, ['phone-code-tried']],
    [
      'somebody who left',
      '777777',
      { ...zhao, active: false },
      { kind: 'NotStaff' },
      ['phone-code-tried'],
    ],
  ])('refuses %s', (_, code, staff, outcome, changes) => {
    const decision = signInStaff({ sent, code, staff }, world)
    expect(decision).toMatchObject({ outcome })
    expect(kindsOf(decision)).toEqual(changes)
  })
})

describe('a session', () => {
  it('keeps the hash of a token of 256 bits', () => {
    const drawn: number[] = []
    const randomInt = (limit: number) => drawn.push(limit) + 127
    const { token, session } = openSession('member', 'lin', 1_000, { now, randomInt, digest })
    expect(drawn).toEqual(Array.from({ length: 32 }, () => 256))
    expect(token).toMatch(/^808182[0-9a-f]{54}9e9f$/)
    expect(session.tokenHash).toBe(digest(token))
    expect(JSON.stringify(session)).not.toContain(token)
  })
})

function codeSent(): PhoneCode {
  const { changes } = requestPhoneCode(undefined, 'hash', world)
  const [change] = changes
  if (change?.kind !== 'phone-code-issued') throw new Error('no code was sent')
  return change.code
}
