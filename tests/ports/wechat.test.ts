import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll } from 'vitest'
import type { Fetch } from '../../bff/src/wechat/call.client.ts'
import { createWechat } from '../../bff/src/wechat/wechat.client.ts'
import { createFakeWechat } from '../../bff/src/wechat/wechat.fake.ts'
import { rules, wechatContract } from './wechat.contract.ts'

wechatContract('as development and tests have it', (outside) => {
  const fake = createFakeWechat({ ...outside, ...rules })
  return { wechat: fake, fake }
})

let server: Server
let answering: Fetch

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    const body = parts.length > 0 ? { body: Buffer.concat(parts).toString() } : {}
    const method = request.method ?? ''
    const answer = await answering(`https://api.weixin.qq.com${request.url}`, { method, ...body })
    response.writeHead(answer.status, Object.fromEntries(answer.headers))
    response.end(Buffer.from(await answer.arrayBuffer()))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
})

afterAll(async () => {
  server.closeAllConnections()
  await new Promise((closed) => server.close(closed))
})

wechatContract('through the client over HTTP', (outside) => {
  const fake = createFakeWechat({ ...outside, ...rules })
  answering = fake.fetch
  const { port } = server.address() as AddressInfo
  const overLoopback: Fetch = (url, init) =>
    fetch(url.replace('https://api.weixin.qq.com', `http://127.0.0.1:${port}`), init)
  const { appId, appSecret } = fake
  return { wechat: createWechat({ ...outside, appId, appSecret, fetch: overLoopback }), fake }
})
