import { describe, expect, it } from 'vitest'
import { connectTo, hearAll, openDoor, post } from './open-door.ts'

const limit = 64 * 1024
const head = 'POST /graphql HTTP/1.1\r\nhost: garden\r\ncontent-type: application/json\r\n'
const json = '{"query":"mutation { prune }"}'

/** A valid request of exactly so many bytes. */
const sized = (bytes: number) => json.padEnd(bytes, ' ')

describe('a body has a limit in bytes', () => {
  it('takes 65,536 bytes and refuses 65,537', async () => {
    const door = await openDoor()
    expect((await post(door, sized(limit))).status).toBe(200)
    const refused = await post(door, sized(limit + 1))
    expect(refused.status).toBe(413)
    expect(await refused.json()).toMatchObject({
      errors: [{ extensions: { code: 'PAYLOAD_TOO_LARGE' } }],
    })
    expect(door.done).toEqual(['prune'])
  })

  it('counts bytes, not characters', async () => {
    const door = await openDoor()
    const hanzi = JSON.stringify({ query: '{ hello }', variables: { name: '树'.repeat(30_000) } })
    expect(hanzi.length).toBeLessThan(limit)
    // In one chunk, so that no length is announced.
    const socket = await connectTo(door)
    const chunk = `${Buffer.byteLength(hanzi).toString(16)}\r\n${hanzi}\r\n0\r\n\r\n`
    socket.write(`${head}transfer-encoding: chunked\r\nconnection: close\r\n\r\n${chunk}`)
    expect(await hearAll(socket)).toMatch(/^HTTP\/1\.1 413 /)
  })

  it('refuses an announced length before a byte has come', async () => {
    const door = await openDoor()
    const socket = await connectTo(door)
    socket.write(`${head}content-length: 1000000000\r\nconnection: close\r\n\r\n`)
    expect(await hearAll(socket)).toMatch(/^HTTP\/1\.1 413 /)
  })

  it('counts a chunked body, which announces nothing', async () => {
    const door = await openDoor()
    const socket = await connectTo(door)
    const chunk = `4000\r\n${' '.repeat(0x4000)}\r\n`
    socket.write(`${head}transfer-encoding: chunked\r\nconnection: close\r\n\r\n`)
    socket.write(`${chunk.repeat(5)}0\r\n\r\n`)
    expect(await hearAll(socket)).toMatch(/^HTTP\/1\.1 413 /)
  })

  it('cuts the line to a body that does not end', async () => {
    const door = await openDoor()
    const socket = await connectTo(door)
    const chunk = `10000\r\n${' '.repeat(0x10000)}\r\n`
    socket.write(`${head}transfer-encoding: chunked\r\n\r\n`)
    const heard = hearAll(socket)
    const more = () => {
      while (socket.writable && socket.write(chunk)) {}
    }
    socket.on('drain', more)
    more()
    await heard
    expect(door.asked).toEqual([])
  })

  it('what follows a length that is too short is not part of the request', async () => {
    const door = await openDoor()
    const socket = await connectTo(door)
    socket.write(`${head}content-length: ${json.length}\r\n\r\n${json}${json}`)
    const heard = await hearAll(socket)
    expect(heard).toMatch(/^HTTP\/1\.1 400 /)
    await door.server.drain()
    expect(door.done).toEqual(['prune'])
  })

  it('a body that comes too slowly is given up, and nothing runs', async () => {
    const door = await openDoor({ requestTimeoutMs: 100 })
    const socket = await connectTo(door)
    socket.write(`${head}content-length: ${json.length + 1}\r\n\r\n${json}`)
    expect(await hearAll(socket)).toMatch(/^HTTP\/1\.1 408 /)
    expect(door.done).toEqual([])
  })

  it('a caller who leaves in the middle of a body has asked for nothing', async () => {
    const door = await openDoor()
    const socket = await connectTo(door)
    socket.write(`${head}content-length: ${json.length + 1}\r\n\r\n${json}`)
    socket.destroy()
    await door.server.drain()
    expect(door.done).toEqual([])
    expect(door.asked).toEqual([])
  })
})

describe('a body may be strange', () => {
  const plan = 'query ($spot: Spot!) { plan(spot: $spot) }'
  const holds = 'query ($nest: Nest!) { nest(nest: $nest) }'
  const nest = (open: string, close: string, levels: number, core = '') =>
    open.repeat(levels) + core + close.repeat(levels)

  it.each([
    ['arrays', `{"query":"${plan}","variables":{"spot":${nest('[', ']', 20_000)}}}`],
    ['objects', `{"query":"${plan}","variables":{"spot":${nest('{"a":', '}', 9000, '1')}}}`],
    [
      'an input that holds itself',
      `{"query":"${holds}","variables":{"nest":${nest('{"in":', '}', 9000, 'null')}}}`,
    ],
  ])('%s nested very deep are a bad input, and the next request is served', async (_what, body) => {
    const door = await openDoor()
    const refused = await post(door, body)
    expect(refused.status).toBe(400)
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_INPUT' } }] })
    expect((await post(door, { query: '{ hello }' })).status).toBe(200)
  })

  it.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])(
    'a key named %s changes nothing but itself',
    async (key) => {
      const door = await openDoor()
      const evil = `{"${key}":{"query":"mutation { prune }","polluted":true}`
      const top = `${evil},"query":"{ hello }"}`
      expect(await (await post(door, top)).json()).toEqual({ data: { hello: 'world' } })
      const inside = `{"query":"${plan}","variables":{"spot":${evil},"row":1}}}`
      expect((await post(door, inside)).status).toBe(400)
      const tall = 'query ($metres: Int) { tall(metres: $metres) }'
      const variable = `{"query":"${tall}","variables":{"${key}":{"metres":1}}}`
      expect(await (await post(door, variable)).json()).toEqual({ data: { tall: true } })
      expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
      expect(door.done).toEqual([])
    },
  )

  it('a document id that every object has is not known', async () => {
    const door = await openDoor()
    const answer = await post(door, { documentId: 'constructor' })
    expect(answer.status).toBe(400)
  })
})
