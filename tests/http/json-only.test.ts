import { describe, expect, it } from 'vitest'
import { openDoor } from './open-door.ts'

const mutation = 'mutation { prune }'
const json = JSON.stringify({ query: mutation })
const form = new URLSearchParams({ query: mutation }).toString()
const multipart = [
  '--b\r\ncontent-disposition: form-data; name="operations"\r\n\r\n',
  json,
  '\r\n--b\r\ncontent-disposition: form-data; name="map"\r\n\r\n{}\r\n--b--\r\n',
].join('')

/** A browser can be made to send the first three from any page, without asking anybody first. */
const notJson: [contentType: string | undefined, body: string][] = [
  ['application/x-www-form-urlencoded', form],
  ['multipart/form-data; boundary=b', multipart],
  ['text/plain', json],
  ['text/plain; application/json', json],
  ['application/graphql', mutation],
  ['application/graphql+json', json],
  ['application/json, text/plain', json],
  ['application/jsonp', json],
  ['application/octet-stream', json],
  ['text/json', json],
  ['', json],
  [undefined, json],
]

describe('the door takes JSON and nothing else', () => {
  it.each(notJson)('a POST of %s executes nothing', async (contentType, body) => {
    const door = await openDoor()
    // Bytes, because fetch itself would put text/plain on a string.
    const answer = await fetch(`${door.url}/graphql`, {
      method: 'POST',
      headers: contentType === undefined ? {} : { 'content-type': contentType },
      body: new TextEncoder().encode(body),
    })
    expect(answer.status).toBe(415)
    expect(await answer.json()).toMatchObject({
      errors: [{ extensions: { code: 'UNSUPPORTED_MEDIA_TYPE' } }],
    })
    expect(door.done).toEqual([])
  })

  it.each(['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])(
    'a %s executes nothing, whatever it carries and however it is labelled',
    async (method) => {
      const door = await openDoor()
      const query = new URLSearchParams({ query: mutation })
      for (const contentType of ['application/json', ...notJson.map(([type]) => type)]) {
        const answer = await fetch(`${door.url}/graphql?${query}`, {
          method,
          headers: contentType === undefined ? {} : { 'content-type': contentType },
          ...(method === 'GET' || method === 'HEAD' ? {} : { body: json }),
        })
        expect(answer.status).toBe(405)
        expect(answer.headers.get('allow')).toBe('POST')
      }
      expect(door.done).toEqual([])
    },
  )

  it('a compressed body is refused before anybody unpacks it', async () => {
    const door = await openDoor()
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' }
    const answer = await fetch(`${door.url}/graphql`, { method: 'POST', headers, body: json })
    expect(answer.status).toBe(415)
    expect(door.done).toEqual([])
  })

  it.each(['application/json', 'Application/JSON; charset=utf-8', ' application/json ;x=y'])(
    'a POST of %s runs',
    async (contentType) => {
      const door = await openDoor()
      const headers = { 'content-type': contentType }
      const answer = await fetch(`${door.url}/graphql`, { method: 'POST', headers, body: json })
      expect(answer.status).toBe(200)
      expect(door.done).toEqual(['prune'])
    },
  )

  it.each([
    ['a batch', JSON.stringify([{ query: mutation }, { query: mutation }])],
    ['an empty batch', '[]'],
    ['nothing', ''],
    ['half a body', '{"query":'],
    ['null', 'null'],
    ['a word', '"query"'],
    ['no document', '{}'],
    ['two documents', JSON.stringify({ query: mutation, documentId: 'abc' })],
    ['a document that is no text', JSON.stringify({ query: [mutation] })],
    ['variables that are a list', JSON.stringify({ query: mutation, variables: [] })],
    ['variables that are text', JSON.stringify({ query: mutation, variables: '{}' })],
    ['a name that is no text', JSON.stringify({ query: mutation, operationName: {} })],
  ])('%s is a bad request', async (_what, body) => {
    const door = await openDoor()
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(`${door.url}/graphql`, { method: 'POST', headers, body })
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] })
    expect(door.done).toEqual([])
  })

  it('bytes that are not UTF-8 are a bad request', async () => {
    const door = await openDoor()
    const body = Buffer.from(`{"query":"{ hello }","x":"\xff"}`, 'latin1')
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(`${door.url}/graphql`, { method: 'POST', headers, body })
    expect(answer.status).toBe(400)
  })
})
