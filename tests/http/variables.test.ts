import { describe, expect, it } from 'vitest'
import { caller, openGarden } from './garden.ts'

const plan = 'query ($spot: Spot!) { plan(spot: $spot) }'
const days = 'query ($days: [Day!]!) { days(days: $days) }'
const water = 'mutation ($litres: Int!) { water(litres: $litres) { __typename } }'

describe('a variable that does not fit is named, and nothing runs', () => {
  it.each([
    ['a required one that is missing', water, {}, 'litres'],
    ['a required one that is null', water, { litres: null }, 'litres'],
    ['text for a number', water, { litres: '1' }, 'litres'],
    ['a number too large', water, { litres: 2 ** 31 }, 'litres'],
    ['a number with a fraction', water, { litres: 1.5 }, 'litres'],
    ['a list for a number', water, { litres: [1] }, 'litres'],
    ['a list for an object', plan, { spot: [] }, 'spot'],
    ['a field that is missing', plan, { spot: {} }, 'spot'],
    ['a field that does not exist', plan, { spot: { row: 1, column: 2 } }, 'spot'],
    ['a field of the wrong type', plan, { spot: { row: 'one' } }, 'spot.row'],
    [
      'a field inside a field',
      plan,
      { spot: { row: 1, inside: { row: null } } },
      'spot.inside.row',
    ],
    [
      'an enum value that does not exist',
      plan,
      { spot: { row: 1, season: 'WINTER' } },
      'spot.season',
    ],
    ['a day that is none', plan, { spot: { row: 1, day: 'today' } }, 'spot.day'],
    ['the second of a list', days, { days: ['2026-03-02', 'x', 'y'] }, 'days.1'],
  ])('%s', async (_what, query, variables, field) => {
    const garden = openGarden()
    const answer = await garden.engine.execute({ query, variables }, caller)
    expect(answer.status).toBe(400)
    const { errors } = JSON.parse(answer.body)
    expect(errors).toHaveLength(1)
    expect(errors[0].extensions).toEqual({ code: 'BAD_INPUT', field, requestId: 'request-1' })
    expect(errors[0].message).toContain(`Variable "${field}" does not fit: `)
    expect(garden.done).toEqual([])
    expect(garden.asked).toEqual([])
    expect(garden.lines).toEqual([])
  })

  it('two that do not fit are both named', async () => {
    const { engine } = openGarden()
    const query = 'query ($a: Int!, $b: Int!) { x: tall(metres: $a) y: tall(metres: $b) }'
    const answer = await engine.execute({ query, variables: { a: 'x' } }, caller)
    const { errors } = JSON.parse(answer.body)
    expect(
      errors.map((error: { extensions: { field: string } }) => error.extensions.field),
    ).toEqual(['a', 'b'])
  })

  it('a null that only the execution can judge is a bad input as well', async () => {
    const garden = openGarden()
    const query = 'query ($metres: Int = 4) { tall(metres: $metres) }'
    const answer = await garden.engine.execute({ query, variables: { metres: null } }, caller)
    expect(answer.status).toBe(400)
    expect(JSON.parse(answer.body).errors[0].extensions).toEqual({
      code: 'BAD_INPUT',
      field: 'metres',
      requestId: 'request-1',
    })
    expect(garden.lines).toEqual([])
  })
})

describe('a variable that fits is taken', () => {
  it.each([
    ['a default', 'query ($metres: Int = 4) { tall(metres: $metres) }', {}, { tall: true }],
    [
      'a default that is overruled',
      'query ($m: Int = 4) { tall(metres: $m) }',
      { m: 2 },
      { tall: false },
    ],
    ['one thing for a list of one', days, { days: '2026-03-02' }, { days: 1 }],
    ['an object', plan, { spot: { row: 1, day: '2026-03-02', season: 'AUTUMN' } }, { plan: true }],
    ['more than was asked for', '{ hello }', { litres: 'x' }, { hello: 'world' }],
  ])('%s', async (_what, query, variables, data) => {
    const { engine } = openGarden()
    const answer = await engine.execute({ query, variables }, caller)
    expect(JSON.parse(answer.body)).toEqual({ data })
  })
})
