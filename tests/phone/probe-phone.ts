import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { launchChromium } from '../fixtures/chromium.ts'
import type { HostRecord } from '../weapp-host/contract.ts'
import { type ServedWeapp, serveWeapp } from '../weapp-host/serve-weapp.ts'
import { openWeapp } from './open-weapp.ts'
import type { Phone, PhoneOptions } from './phone.ts'
import { writeProbeApp } from './probe-app.ts'
import { type Probe, probes } from './probes.ts'

interface Heard {
  method: string | undefined
  own: unknown
  type: unknown
  body: string
}

export interface ProbePhones {
  /** What reached the server, oldest first. */
  readonly heard: Heard[]
  /** A phone with the page of this probe in front. */
  open(probe: Probe, options?: Partial<PhoneOptions>): Promise<Phone>
  /** Runs one probe by a tap and reads what it came to. */
  run(
    probe: Probe,
    options?: Partial<PhoneOptions>,
  ): Promise<{ result: string; faults: string[]; record: HostRecord | null }>
}

/** A server that is down, and says so with a body and headers. */
async function startServer(heard: Heard[]): Promise<Server> {
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk as Buffer)
    const { method, headers } = incoming
    const body = Buffer.concat(chunks).toString('utf8')
    heard.push({ method, own: headers['x-own'], type: headers['content-type'], body })
    outgoing.writeHead(503, { 'X-Request-Id': 'r-1', 'Content-Type': 'application/json' })
    outgoing.end('{"down":true}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  return server
}

/** The small mini-program of the probes, for the tests of one file. */
export function probePhones(): ProbePhones {
  const heard: Heard[] = []
  let browser: Browser
  let served: ServedWeapp
  let app: Awaited<ReturnType<typeof writeProbeApp>>
  let server: Server

  beforeAll(async () => {
    server = await startServer(heard)
    app = await writeProbeApp(probes)
    served = await serveWeapp(app.directory)
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser.close()
    await served.close()
    server.close()
    await app.remove()
  })

  const open = (probe: Probe, options: Partial<PhoneOptions> = {}) => {
    const bff = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    heard.length = 0
    return openWeapp(browser, served, { bff, path: `pages/${probe}`, ...options })
  }
  return {
    heard,
    open,
    async run(probe, options) {
      const phone = await open(probe, options)
      await phone.tap('go')
      await phone.page.locator('#out:not(:empty)').waitFor()
      const result = await phone.text('out')
      const [faults, record] = [await phone.faults(), await phone.record()]
      await phone.close()
      return { result, faults, record }
    },
  }
}
