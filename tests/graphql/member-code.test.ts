import { describe, expect, it } from 'vitest'
import { people } from '../../bff/scripts/people.ts'
import { answered, showMemberCode } from '../fixtures/acts.ts'
import { openCounter } from '../fixtures/counter.ts'

describe('a member code', () => {
  it('is a signed text to draw and eight digits to type, good for 45 seconds', async () => {
    const { app, lin } = await openCounter()
    expect(await showMemberCode(app, lin)).toEqual({
      token: expect.stringMatching(/^EG1(\.[\w-]+){4}$/),
      shortCode: expect.stringMatching(/^\d{8}$/),
      expiresAt: app.clock.at + 45_000,
      validForMs: 45_000,
      refreshAfterMs: 30_000,
    })
  })

  it('names nobody: neither the member nor the phone can be read from it', async () => {
    const { app, lin } = await openCounter()
    const { token } = await showMemberCode(app, lin)
    const { me } = answered(await app.ask<{ me: { id: string } }>('{ me { id } }', {}, lin))
    expect(token).not.toContain(me.id)
    expect(token).not.toContain(people.lin.phone)
  })

  it('is another one each time it is shown', async () => {
    const { app, lin } = await openCounter()
    const [one, other] = [await showMemberCode(app, lin), await showMemberCode(app, lin)]
    expect(other.token).not.toBe(one.token)
    expect(other.shortCode).not.toBe(one.shortCode)
  })
})
