import { describe, expect, it } from 'vitest'
import {
  endsAt,
  type HeldCode,
  halvesOf,
  isAlive,
  refreshesAt,
} from '../../apps/member/src/features/member-code/code-clock.ts'
import { drawQr } from '../../apps/member/src/lib/draw-qr.ts'

const code: HeldCode = {
  token: 'EG1.code.sprout.abc.signature',
  shortCode: '12345678',
  askedAt: 1_000_000,
  refreshAfterMs: 30_000,
  validForMs: 45_000,
}

describe('a member code on the phone', () => {
  it('counts its age from the moment it was asked for, not from the moment it arrived', () => {
    expect(refreshesAt(code)).toBe(1_030_000)
    expect(endsAt(code)).toBe(1_045_000)
  })

  it.each([
    ['at once', 1_000_000, true],
    ['in its last millisecond', 1_044_999, true],
    ['when its time is over', 1_045_000, false],
    ['when the phone was asleep for an hour', 4_600_000, false],
    ['when the phone clock was set back', 999_999, false],
  ])('is shown or not: %s', (_when, now, shown) => {
    expect(isAlive(code, now)).toBe(shown)
  })

  it('is read out in two halves of four digits', () => {
    expect(halvesOf('00120034')).toEqual(['0012', '0034'])
  })

  it('is drawn small enough for one call to the view, quiet zone included', () => {
    const picture = drawQr('x'.repeat(160))
    expect(picture.startsWith('data:image/gif;base64,')).toBe(true)
    expect(picture.length).toBeLessThan(2_000)
  })
})
