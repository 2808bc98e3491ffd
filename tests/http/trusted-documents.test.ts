import { describe, expect, it } from 'vitest'
import { caller, codesOf, openGarden } from './garden.ts'
import { openDoor } from './open-door.ts'

const documents = {
  hello1: 'query Hello { hello }',
  prune1: 'mutation Prune { prune }',
  tall1: 'query Tall($metres: Int!) { tall(metres: $metres) }',
  plan1: 'query Plan($spot: Spot!) { plan(spot: $spot) }',
}
const introspection = '{ __schema { types { name } } }'

describe('production runs trusted documents only', () => {
  const production = { production: true, documents }

  it('a known id runs, with its variables', async () => {
    const { engine } = openGarden(production)
    const body = { documentId: 'tall1', variables: { metres: 2 } }
    expect(await engine.execute(body, caller)).toMatchObject({
      status: 200,
      body: '{"data":{"tall":false}}',
    })
  })

  it('an unknown id is refused', async () => {
    const { engine } = openGarden(production)
    const answer = await engine.execute({ documentId: 'hello2' }, caller)
    expect(answer.status).toBe(400)
    expect(codesOf(answer.body)).toEqual(['DOCUMENT_UNKNOWN'])
  })

  it.each([
    ['a mutation', { query: documents.prune1 }],
    ['a trusted document in full', { query: documents.hello1 }],
    ['what is no document at all', { query: '{ wether }' }],
    ['an introspection', { query: introspection }],
  ])('%s by its text is refused unread', async (_what, body) => {
    const garden = openGarden(production)
    const answer = await garden.engine.execute(body, caller)
    expect(answer.status).toBe(400)
    expect(codesOf(answer.body)).toEqual(['PERSISTED_ONLY'])
    expect(answer.body).not.toMatch(/Did you mean|weather|Query/)
    expect(garden.done).toEqual([])
    expect(garden.asked).toEqual([])
  })

  it('a text beside a known id is refused', async () => {
    const garden = openGarden(production)
    const body = { documentId: 'hello1', query: documents.prune1 }
    expect((await garden.engine.execute(body, caller)).status).toBe(400)
    expect(garden.done).toEqual([])
  })

  it.each([
    ['an enum value', { row: 1, season: 'SPRNG' }],
    ['a field', { row: 1, sesson: 'SPRING' }],
  ])('a misspelt %s in the variables is answered without a suggestion', async (_what, spot) => {
    const { engine } = openGarden(production)
    const answer = await engine.execute({ documentId: 'plan1', variables: { spot } }, caller)
    expect(codesOf(answer.body)).toEqual(['BAD_INPUT'])
    expect(answer.body).not.toMatch(/Did you mean|SPRING/)
  })

  it.each([
    ['does not parse', '{ hello', /The trusted document bad1 does not fit the schema/],
    ['asks for a field that is gone', '{ weather }', /Cannot query field "weather"/],
    ['holds two operations', 'query A { hello } query B { hello }', /Name one operation/],
    ['holds two mutation fields', 'mutation { a: prune b: prune }', /one mutation field/],
    ['introspects', introspection, /introspection has been disabled/],
  ])('a document that %s stops the start', (_what, text, reason) => {
    expect(() => openGarden({ production: true, documents: { bad1: text } })).toThrow(reason)
  })

  it('there is no GraphiQL', async () => {
    const door = await openDoor(production)
    const answer = await fetch(`${door.url}/graphql`, { headers: { accept: 'text/html' } })
    expect(answer.status).toBe(405)
  })
})

describe('outside production', () => {
  it('both a trusted document and any other run', async () => {
    const { engine } = openGarden({ documents })
    const expected = { status: 200, body: '{"data":{"hello":"world"}}' }
    expect(await engine.execute({ documentId: 'hello1' }, caller)).toMatchObject(expected)
    expect(await engine.execute({ query: '{ hello }' }, caller)).toMatchObject(expected)
  })

  it('the schema may be asked about itself, and helps with spelling', async () => {
    const { engine } = openGarden()
    expect((await engine.execute({ query: introspection }, caller)).status).toBe(200)
    expect((await engine.execute({ query: '{ helo }' }, caller)).body).toContain('Did you mean')
    const body = { query: documents.plan1, variables: { spot: { row: 1, season: 'SPRNG' } } }
    expect((await engine.execute(body, caller)).body).toContain('Did you mean')
  })

  it('one of several operations is chosen by its name', async () => {
    const garden = openGarden()
    const query = 'query A { hello } query B { tall }'
    const run = (operationName: string) => garden.engine.execute({ query, operationName }, caller)
    expect((await run('A')).body).toBe('{"data":{"hello":"world"}}')
    expect((await run('B')).body).toBe('{"data":{"tall":true}}')
    expect(codesOf((await run('C')).body)).toEqual(['BAD_QUERY'])
    expect(garden.asked.map((meta) => meta.operationName)).toEqual(['A', 'B'])
  })

  it('GraphiQL opens in a browser', async () => {
    const door = await openDoor()
    const answer = await fetch(`${door.url}/graphql`, { headers: { accept: 'text/html' } })
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('<title>GraphiQL</title>')
  })
})
