import { GraphQLError } from 'graphql'
import { describe, expect, it } from 'vitest'
import { caller, openGarden } from './garden.ts'
import { openDoor, post } from './open-door.ts'

const secrets = /SQLITE|duplicate key|members|\/srv|\/home|river|stack|at .*\.ts/

describe('what goes wrong inside stays inside', () => {
  it.each([
    ['a resolver that throws', '{ fail }'],
    ['a resolver that rejects, where null is not allowed', '{ failHard }'],
    ['a value that does not fit its type', '{ wrongType }'],
    ['a type resolver that throws', '{ outcome(kind: "Flood") { __typename } }'],
    ['a type that is not in the union', '{ outcome(kind: "Tree") { __typename } }'],
    ['a code that is not ours', '{ refuse(code: "SQLITE_BUSY") }'],
  ])('%s is an internal error with the id of the request', async (_what, query) => {
    const garden = openGarden()
    const answer = await garden.engine.execute({ query }, { ...caller, requestId: 'tulip' })
    expect(answer.status).toBe(500)
    expect(answer.headers['x-request-id']).toBe('tulip')
    const { errors } = JSON.parse(answer.body)
    expect(errors).toHaveLength(1)
    expect(errors[0]).toMatchObject({
      message: 'Internal error',
      extensions: { code: 'INTERNAL', requestId: 'tulip' },
    })
    expect(Object.keys(errors[0].extensions)).toEqual(['code', 'requestId'])
    expect(answer.body).not.toMatch(secrets)
    expect(garden.lines).toMatchObject([{ level: 'error', details: { requestId: 'tulip' } }])
  })

  it('the log has the error itself, with its stack and the name of the operation', async () => {
    const garden = openGarden()
    await garden.engine.execute({ query: 'query Broken { fail }' }, caller)
    const { requestId, operationName, err } = garden.lines[0]?.details ?? {}
    expect({ requestId, operationName }).toEqual({
      requestId: 'request-1',
      operationName: 'Broken',
    })
    expect(err).toBeInstanceOf(Error)
    expect((err as Error).message).toContain('SQLITE_ERROR')
    expect((err as Error).stack).toContain('garden.ts')
  })

  it('the log tells what a type resolver threw', async () => {
    const garden = openGarden()
    await garden.engine.execute({ query: '{ outcome(kind: "Flood") { __typename } }' }, caller)
    expect(String(garden.lines[0]?.details.err)).toContain('the river is at')
  })

  it('a context that fails is an internal error too', async () => {
    const garden = openGarden({
      makeContext: async () => {
        throw new Error('connect ECONNREFUSED members')
      },
    })
    const answer = await garden.engine.execute({ query: 'mutation { prune }' }, caller)
    expect(answer.status).toBe(500)
    expect(answer.body).not.toMatch(secrets)
    expect(garden.lines).toHaveLength(1)
    expect(garden.done).toEqual([])
  })

  it('what did succeed is answered beside the error', async () => {
    const { engine } = openGarden()
    const answer = await engine.execute({ query: '{ hello fail }' }, caller)
    expect(JSON.parse(answer.body).data).toEqual({ hello: 'world', fail: null })
    expect(answer.status).toBe(500)
  })
})

describe('an error with a code of ours reaches the caller', () => {
  it.each([
    ['UNAUTHENTICATED', 401],
    ['FORBIDDEN', 403],
    ['RATE_LIMITED', 429],
    ['BAD_INPUT', 400],
    ['NOT_FOUND', 404],
    ['UNAVAILABLE', 503],
    ['INTERNAL', 500],
  ])('%s thrown by a resolver is HTTP %i', async (code, status) => {
    const garden = openGarden()
    const query = `{ refuse(code: "${code}") }`
    const answer = await garden.engine.execute({ query }, caller)
    expect(answer.status).toBe(status)
    expect(JSON.parse(answer.body).errors[0]).toMatchObject({
      message: 'No.',
      path: ['refuse'],
      extensions: { code, requestId: 'request-1' },
    })
  })

  it.each([
    ['UNAUTHENTICATED', 401],
    ['FORBIDDEN', 403],
    ['RATE_LIMITED', 429],
  ])('%s thrown while asking who it is is HTTP %i, and nothing runs', async (code, status) => {
    const garden = openGarden({
      makeContext: async () => {
        throw new GraphQLError('Sign in.', { extensions: { code } })
      },
    })
    const answer = await garden.engine.execute({ query: 'mutation { prune }' }, caller)
    expect(answer.status).toBe(status)
    expect(JSON.parse(answer.body)).toEqual({
      errors: [{ message: 'Sign in.', extensions: { code, requestId: 'request-1' } }],
    })
    expect(garden.done).toEqual([])
    expect(garden.lines).toEqual([])
  })

  it.each([
    [undefined, '1'],
    [1, '1'],
    [1000, '1'],
    [1001, '2'],
    [60_000, '60'],
  ])('RATE_LIMITED for %s ms says Retry-After: %s', async (retryAfterMs, expected) => {
    const { engine } = openGarden()
    const query = 'query ($ms: Int) { refuse(code: "RATE_LIMITED", retryAfterMs: $ms) }'
    const answer = await engine.execute({ query, variables: { ms: retryAfterMs } }, caller)
    expect(answer.headers['retry-after']).toBe(expected)
  })

  it('the gravest of several errors gives the status', async () => {
    const { engine } = openGarden()
    const query = '{ a: refuse(code: "BAD_INPUT") b: refuse(code: "UNAUTHENTICATED") }'
    expect((await engine.execute({ query }, caller)).status).toBe(401)
  })

  it('a business refusal is data and HTTP 200', async () => {
    const { engine } = openGarden()
    const query = '{ outcome(kind: "Dry") { __typename ... on Dry { reason } } }'
    expect(await engine.execute({ query }, caller)).toMatchObject({
      status: 200,
      body: '{"data":{"outcome":{"__typename":"Dry","reason":"no rain"}}}',
    })
  })
})

describe('every answer says which request it belongs to and who may keep it', () => {
  it.each([
    ['data', { query: '{ hello }' }, 200],
    ['a refusal', { query: '{ refuse(code: "UNAUTHENTICATED") }' }, 401],
    ['a bad query', { query: '{' }, 400],
    ['a bad body', [], 400],
    ['an internal error', { query: '{ fail }' }, 500],
  ])('%s', async (_what, body, status) => {
    const door = await openDoor()
    const answer = await post(door, body)
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
    expect(answer.headers.get('x-request-id')).toBe('request-1')
    const { errors = [] } = (await answer.json()) as {
      errors?: { extensions: { requestId: string } }[]
    }
    for (const error of errors) expect(error.extensions.requestId).toBe('request-1')
  })

  it('also one that never reached an operation', async () => {
    const door = await openDoor()
    const ids = []
    for (const [path, method] of [
      ['/graphql', 'GET'],
      ['/graphql', 'POST'],
      ['/nowhere', 'GET'],
      ['/nowhere', 'POST'],
      ['/health', 'GET'],
    ] as const) {
      const answer = await fetch(`${door.url}${path}`, { method })
      ids.push(`${answer.status} ${answer.headers.get('x-request-id')}`)
    }
    expect(ids).toEqual([
      '405 request-1',
      '415 request-2',
      '404 request-3',
      '405 request-4',
      '200 request-5',
    ])
  })

  it('the context knows the caller, the request and the operation', async () => {
    const door = await openDoor()
    await post(door, { query: 'query Hello { hello }' }, { authorization: 'Bearer lin' })
    expect(door.asked).toMatchObject([
      {
        headers: { authorization: 'Bearer lin' },
        ip: '127.0.0.1',
        requestId: 'request-1',
        operationName: 'Hello',
      },
    ])
  })

  it('the machine is well', async () => {
    const door = await openDoor()
    const answer = await fetch(`${door.url}/health`)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toBe('{"ok":true}')
  })
})
