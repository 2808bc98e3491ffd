import { beforeEach, describe, expect, it } from 'vitest'
import { people } from '../../bff/scripts/people.ts'
import { outcomeOf } from '../fixtures/desk.ts'
import { bring, invitingOf } from '../fixtures/friends.ts'
import { type OpenedApp, openApp } from '../fixtures/open-app.ts'
import { countRows } from '../fixtures/rows.ts'

let app: OpenedApp
let lin: string
let code: string
beforeEach(async () => {
  app = await openApp({ day: '2026-03-02' })
  lin = await app.join(people.lin.phone)
  code = (await invitingOf(app, lin)).code
})

describe('the picture of a code', () => {
  it('is drawn once by the platform and kept', async () => {
    const draw = () =>
      outcomeOf<{ kind: string; contentType: string; bytes: string }>(
        app.ask,
        'mutation { drawMiniCode { kind: __typename ... on MiniCode { contentType bytes } } }',
        {},
        lin,
      )
    const first = await draw()
    expect(first).toMatchObject({ kind: 'MiniCode', contentType: 'image/jpeg' })
    expect(Buffer.from(first.bytes, 'base64').length).toBeGreaterThan(100)
    expect(await draw()).toEqual(first)
    expect((await countRows(app.driver)).sceneImages).toBe(1)
  })
})

describe('the pages of friends', () => {
  it('list each once, the latest first', async () => {
    for (let n = 1; n <= 5; n += 1) await bring(app, code, n)
    const names: number[] = []
    let page = '(first: 2)'
    for (;;) {
      const { friends } = await invitingOf(app, lin, page)
      names.push(friends.friends.length)
      if (friends.end === null) break
      page = `(first: 2, after: "${friends.end}")`
    }
    expect(names).toEqual([2, 2, 1])
  })
})
