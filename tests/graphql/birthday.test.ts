import { beforeEach, describe, expect, it } from 'vitest'
import { people } from '../../bff/scripts/people.ts'
import { answered, newKey } from '../fixtures/acts.ts'
import { noon, type OpenedApp, openApp } from '../fixtures/open-app.ts'
import { yearLongSessions } from '../fixtures/programs.ts'
import { countRows } from '../fixtures/rows.ts'

const SET = `mutation ($key: ID!, $month: Int!, $day: Int!) {
  setBirthday(key: $key, month: $month, day: $day) {
    kind: __typename
    ... on BirthdaySet { given { points } me { points birthday { month day } } }
    ... on BirthdayAlreadySet { birthday { month day } }
  }
}`

let app: OpenedApp
let lin: string

const set = async (month: number, day: number, key = newKey()) =>
  answered(await app.ask<{ setBirthday: { kind: string } }>(SET, { key, month, day }, lin))
    .setBirthday
const birthday = async () => answered(await app.ask('{ me { birthday { month day } } }', {}, lin))

beforeEach(async () => {
  app = await openApp({ day: '2026-03-02', program: yearLongSessions })
  lin = await app.join(people.lin.phone)
})

describe('the birthday (D1)', () => {
  it('is set by the member and brings the newcomers’ points', async () => {
    expect(await birthday()).toEqual({ me: { birthday: null } })
    const first = await set(5, 12, 'key-of-birth')
    expect(first).toEqual({
      kind: 'BirthdaySet',
      given: { points: 20 },
      me: { points: 20, birthday: { month: 5, day: 12 } },
    })
    expect(await set(5, 12, 'key-of-birth')).toEqual(first)
  })

  it('is set once for ever', async () => {
    await set(5, 12)
    expect(await set(6, 1)).toEqual({
      kind: 'BirthdayAlreadySet',
      birthday: { month: 5, day: 12 },
    })
    expect(await birthday()).toEqual({ me: { birthday: { month: 5, day: 12 } } })
  })

  it('set from two phones at once is one of the two', async () => {
    const answers = await Promise.all([set(5, 12), set(6, 1)])
    expect(answers.map(({ kind }) => kind).sort()).toEqual(['BirthdayAlreadySet', 'BirthdaySet'])
    expect(await countRows(app.driver)).toMatchObject({ entries: 1 })
  })

  it.each([
    [2, 29],
    [1, 31],
    [12, 31],
  ])('may be on %i/%i', async (month, day) => {
    expect(await set(month, day)).toMatchObject({ me: { birthday: { month, day } } })
  })

  it('brings its gifts in its month, shown before any job ran', async () => {
    await set(5, 12)
    app.clock.at = noon('2026-05-01')
    expect(answered(await app.ask('{ me { points } }', {}, lin))).toEqual({ me: { points: 86 } })
  })
})
