import { once } from 'node:events'
import { expect, it } from 'vitest'
import { connectTo, hearAll, openDoor, post } from './open-door.ts'

const json = '{"query":"mutation { water { __typename } }"}'
const request = [
  'POST /graphql HTTP/1.1',
  'host: garden',
  'content-type: application/json',
  `content-length: ${json.length}`,
  '',
  json,
].join('\r\n')

/**
 * A gate, and a promise that the context has been asked for: the operation is about to run into the
 * gate.
 */
function gated() {
  let open = () => {}
  let ask = () => {}
  const gate = new Promise<void>((resolve) => {
    open = resolve
  })
  const asked = new Promise<void>((resolve) => {
    ask = resolve
  })
  const makeContext = async () => {
    ask()
    return {}
  }
  return { gate, open, asked, makeContext }
}

it('a mutation runs to its end when the caller leaves, and a server that drains waits for it', async () => {
  const { gate, open, asked, makeContext } = gated()
  const door = await openDoor({ makeContext })
  door.gate = gate
  const left = once(door.server, 'connection').then(([socket]) => once(socket, 'close'))
  const socket = await connectTo(door)
  socket.write(request)
  await asked
  socket.destroy()
  await left
  let drained = false
  const closed = once(door.server, 'close')
  const draining = door.server.drain().then(() => {
    drained = true
  })
  await closed
  await new Promise(setImmediate)
  expect(drained).toBe(false)
  expect(door.done).toEqual([])
  open()
  await draining
  expect(door.done).toEqual(['water 1'])
})

it('a server that drains ends what runs, answers it, and takes no more', async () => {
  const { gate, open, asked, makeContext } = gated()
  const door = await openDoor({ makeContext })
  door.gate = gate
  const socket = await connectTo(door)
  const heard = hearAll(socket)
  socket.write(request)
  await asked
  let drained = false
  const draining = door.server.drain().then(() => {
    drained = true
  })
  await expect(post(door, { query: '{ hello }' })).rejects.toThrow()
  expect(drained).toBe(false)
  open()
  await draining
  expect(await heard).toMatch(/^HTTP\/1\.1 200 OK\r\n.*connection: close\r\n.*"Watered"/is)
  expect(door.done).toEqual(['water 1'])
})

it('a server that drains does not wait for callers who say nothing', async () => {
  const door = await openDoor()
  const silent = await connectTo(door)
  const kept = await connectTo(door)
  const [silence, answered] = [hearAll(silent), once(kept, 'data')]
  kept.write(request)
  await answered
  const end = hearAll(kept)
  await door.server.drain()
  expect(await silence).toBe('')
  expect(await end).toBe('')
})
