import type { lookup as lookUpHost } from 'node:dns'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isPublicAddress } from '../../bff/src/webhook/public-address.client.ts'
import { createWebhooks, type WebhooksOptions } from '../../bff/src/webhook/webhook.client.ts'
import { createOutside, type Outside } from './outside.ts'

let outside: Outside
let server: Server
let url: string
let requests: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[]
let answer: (response: ServerResponse) => void

beforeEach(async () => {
  outside = createOutside()
  requests = []
  answer = (response) => response.writeHead(204).end()
  server = createServer(async (request, response) => {
    const { method = '', url: path = '', headers } = request
    requests.push({ method, url: path, headers, body: await text(request) })
    answer(response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterEach(() => {
  server.closeAllConnections()
  server.close()
})

const open = (options: Partial<WebhooksOptions> = {}) =>
  createWebhooks({ publicOnly: false, log: outside.log, ...options })
const post = (path = '/hooks?a=1', options: Partial<WebhooksOptions> = {}) =>
  open(options).post({
    url: `${url}${path}`,
    headers: { 'evergreen-delivery': 'a.b' },
    body: '{"等级":1}',
  })

/** A name server that answers these addresses. */
const naming = (...addresses: string[]) =>
  ((_host: string, _options: object, found: (error: null, all: object[]) => void) =>
    found(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )) as unknown as typeof lookUpHost

describe('a post', () => {
  it('arrives as it was given', async () => {
    expect(await post()).toEqual({ kind: 'answered', status: 204 })
    expect(requests).toMatchObject([
      {
        method: 'POST',
        url: '/hooks?a=1',
        headers: { 'evergreen-delivery': 'a.b', 'content-length': '12' },
        body: '{"等级":1}',
      },
    ])
  })

  it('that is sent elsewhere stays here', async () => {
    answer = (response) => response.writeHead(307, { location: `${url}/elsewhere` }).end()
    expect(await post()).toEqual({ kind: 'answered', status: 307 })
    expect(requests.map((request) => request.url)).toEqual(['/hooks?a=1'])
  })

  it('reads the status and no more, however much is answered', async () => {
    answer = (response) => {
      response.writeHead(200)
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536))) {}
      }
      response.on('drain', more)
      more()
    }
    expect(await post()).toEqual({ kind: 'answered', status: 200 })
  })

  it('is given up after its time', async () => {
    answer = () => undefined
    const asked: number[] = []
    const deadline = (afterMs: number) => {
      asked.push(afterMs)
      return AbortSignal.timeout(50)
    }
    expect(await post('/', { deadline })).toEqual({ kind: 'silent', why: 'timeout' })
    expect(asked).toEqual([5_000])
  })

  it('to nobody is a matter of the network, and the log names the host alone', async () => {
    server.close()
    server.closeAllConnections()
    await once(server, 'close')
    expect(await post('/hooks?token=secret')).toEqual({ kind: 'silent', why: 'network' })
    expect(outside.lines.join()).toContain('127.0.0.1')
    expect(outside.lines.join()).not.toContain('secret')
  })
})

describe('in production', () => {
  /** Short, so that what is not refused goes nowhere either. */
  const publicly = (address: string, lookup = naming()) =>
    open({ publicOnly: true, lookup, deadline: () => AbortSignal.timeout(50) }).post({
      url: address,
      headers: {},
      body: '{}',
    })

  it.each([
    ['plain http', 'http://crm.example.com/'],
    ['this machine', 'https://127.0.0.1/'],
    ['this machine in other digits', 'https://0x7f.1/'],
    ['this machine in IPv6', 'https://[::1]/'],
    ['an IPv4 address in IPv6', 'https://[::ffff:10.0.0.1]/'],
    ["the cloud's own", 'https://169.254.169.254/latest/meta-data/'],
  ])('nothing is sent to %s', async (_, address) => {
    expect(await publicly(address)).toEqual({ kind: 'silent', why: 'private-address' })
  })

  it.each([
    ['one that is private', ['10.1.2.3']],
    ['a public one and a private one', ['93.184.215.14', '192.168.0.1']],
    ['a private one in IPv6', ['fd00::1']],
  ])('nothing is sent to a name with %s', async (_, addresses) => {
    const sent = await publicly('https://crm.example.com/', naming(...addresses))
    expect(sent).toEqual({ kind: 'silent', why: 'private-address' })
  })

  it('a name is looked up by the port itself', async () => {
    const asked: string[] = []
    // It does not answer, so that the test talks to nobody outside.
    const lookup = ((host: string) => asked.push(host)) as unknown as typeof lookUpHost
    const sent = await publicly('https://crm.example.com/', lookup)
    expect(sent).toEqual({ kind: 'silent', why: 'timeout' })
    expect(asked).toEqual(['crm.example.com'])
  })
})

it.each([
  ['8.8.8.8', true],
  ['172.15.255.255', true],
  ['172.16.0.1', false],
  ['172.31.255.255', false],
  ['172.32.0.1', true],
  ['100.64.0.1', false],
  ['0.0.0.0', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['2606:4700::1111', true],
  ['fe80::1', false],
  ['fe80::1%eth0', false],
  ['::ffff:8.8.8.8', false],
  ['64:ff9b::a00:1', false],
  ['2002:a00:1::', false],
  ['2001:db8::1', false],
  ['crm.example.com', false],
])('%s is public: %s', (address, expected) => {
  expect(isPublicAddress(address)).toBe(expected)
})
