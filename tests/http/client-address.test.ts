import type { IncomingMessage } from 'node:http'
import { expect, it } from 'vitest'
import { clientAddress } from '../../bff/src/http/client-address.ts'

const request = (forwarded: string | undefined) =>
  ({
    socket: { remoteAddress: '10.0.0.1' },
    headers: { 'x-forwarded-for': forwarded },
  }) as unknown as IncomingMessage

it.each([
  ['without a proxy the socket alone is believed', 0, '1.1.1.1', '10.0.0.1'],
  ['behind one proxy its own entry, the last, counts', 1, '6.6.6.6, 2.2.2.2', '2.2.2.2'],
  ['behind two the one the first of them wrote', 2, '6.6.6.6, 2.2.2.2, 3.3.3.3', '2.2.2.2'],
  ['a proxy that wrote nothing leaves the socket', 1, undefined, '10.0.0.1'],
  ['fewer entries than proxies leave the socket', 3, '2.2.2.2', '10.0.0.1'],
])('%s', (_, proxies, forwarded, expected) => {
  expect(clientAddress(request(forwarded), proxies)).toBe(expected)
})
