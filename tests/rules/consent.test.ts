import { describe, expect, it } from 'vitest'
import { acceptNotice, hasAccepted, setConsent } from '../../bff/src/consent/consent.ts'
import { defaultProgram } from '../../bff/src/program/default.ts'
import { lin, noon, openGarden } from './world.ts'

const at = noon('2026-03-02')
const notice = defaultProgram.privacy
const given = { given: true, version: 1, at }

describe('accepting the privacy notice', () => {
  it('gives the required purpose and no other', () => {
    expect(acceptNotice(notice, at)).toEqual([{ purpose: 'service', consent: given }])
  })

  it.each([
    ['nothing', {}, 1, false],
    ['the required purpose', { service: given }, 1, true],
    ['an optional purpose alone', { marketing: given }, 1, false],
    ['a withdrawn required purpose', { service: { ...given, given: false } }, 1, false],
    ['an older notice', { service: given }, 2, false],
    ['a newer notice', { service: { ...given, version: 3 } }, 2, true],
  ])('is judged by what was given: %s', (_, consents, version, expected) => {
    expect(hasAccepted(consents, { ...notice, version })).toBe(expected)
  })
})

describe('a consent of its own', () => {
  it('is given and withdrawn as easily, and each is recorded (Y1)', async () => {
    const garden = openGarden({ ...lin, consents: { service: given } })
    const set = (isGiven: boolean, now: number) =>
      garden.perform(now, (state, world) =>
        setConsent(state, { purpose: 'marketing', given: isGiven }, world),
      )
    expect(await set(true, at)).toEqual({ kind: 'ConsentSet' })
    expect(garden.state.consents).toEqual({ service: given, marketing: given })
    expect(await set(false, at + 1)).toEqual({ kind: 'ConsentSet' })
    expect(garden.state.consents.marketing).toEqual({ given: false, version: 1, at: at + 1 })
    expect(garden.changes.map(({ kind }) => kind)).toEqual([
      'member-updated',
      'consent-recorded',
      'member-updated',
      'consent-recorded',
    ])
  })

  it.each([
    ['at the same millisecond', 0],
    ['by a clock that stepped back a day', -86_400_000],
  ])('is recorded after the one it replaces, even %s', async (_, later) => {
    const garden = openGarden({ ...lin, consents: { marketing: given } })
    await garden.perform(at + later, (state, world) =>
      setConsent(state, { purpose: 'marketing', given: false }, world),
    )
    expect(garden.state.consents.marketing).toEqual({ given: false, version: 1, at: at + 1 })
  })

  it('cannot be withdrawn where there is no membership without it', async () => {
    const garden = openGarden({ ...lin, consents: { service: given } })
    const outcome = await garden.perform(at, (state, world) =>
      setConsent(state, { purpose: 'service', given: false }, world),
    )
    expect(outcome).toEqual({ kind: 'ConsentRequired', purpose: 'service' })
    expect(garden.changes).toEqual([])
  })

  it('earns nothing', async () => {
    const garden = openGarden()
    await garden.perform(at, (state, world) =>
      setConsent(state, { purpose: 'leaderboard', given: true }, world),
    )
    expect(garden.entries()).toEqual([])
  })
})
