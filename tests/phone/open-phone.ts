import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { createServer } from '../../bff/src/http/server.ts'
import { launchChromium } from '../fixtures/chromium.ts'
import { type OpenedApp, openApp } from '../fixtures/open-app.ts'
import { type ServedWeapp, serveWeapp } from '../weapp-host/serve-weapp.ts'
import { openH5 } from './open-h5.ts'
import { openWeapp } from './open-weapp.ts'
import type { Phone, PhoneKind, PhoneOptions, World } from './phone.ts'

const APP = new URL('../../apps/member/', import.meta.url)

export const outputOf = (target: 'weapp' | 'h5' | 'alipay'): string =>
  fileURLToPath(new URL(`dist/${target}`, APP))

export interface Person {
  /** The name the fake WeChat knows them by. */
  name: string
  phone: string
}

export type OpenOptions = Omit<PhoneOptions, 'bff' | 'world'> & { scan?: World['scan'] }

/** The whole programme in one process, and phones to use it with. */
export interface Street {
  app: OpenedApp
  /** Origin of the server. */
  bff: string
  browser: Browser
  /** A new phone of this kind in this person's hand. */
  open(kind: PhoneKind, person: Person, options?: OpenOptions): Promise<Phone>
  /** Closes phones, server and database. */
  close(): Promise<void>
}

/** The documents our own clients may send, from the app's generated code. */
function trustedDocuments(): Record<string, string> {
  const file = new URL('src/generated/persisted-documents.json', APP)
  return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
}

/** Starts one browser and one host for all stories of a file. */
export async function openStreets(): Promise<{
  openStreet(): Promise<Street>
  close(): Promise<void>
}> {
  const browser = await launchChromium()
  const served = await serveWeapp(outputOf('weapp'))
  return {
    openStreet: () => openStreet(browser, served),
    async close() {
      await browser.close()
      await served.close()
    },
  }
}

async function openStreet(browser: Browser, served: ServedWeapp): Promise<Street> {
  const app = await openApp({ documents: trustedDocuments(), canPay: true })
  const log = { info() {}, warn() {}, error: (details: object) => app.errors.push(details) }
  const staticFolder = outputOf('h5')
  const cashier = app.payments
  const server = createServer({ engine: app.engine, log, production: true, staticFolder, cashier })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const bff = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const phones: Phone[] = []
  return {
    app,
    bff,
    browser,
    async open(kind, person, options = {}) {
      const { scan = () => null, ...rest } = options
      const world: World = {
        signInCode: () => app.wechat.issueLoginCode(person.name),
        phoneNumberCode: () => app.wechat.issuePhoneCode(person.name, person.phone),
        scan,
        subscribe: (ids) => Object.fromEntries(ids.map((id) => [id, 'accept'])),
      }
      const given = { ...rest, bff, world }
      const phone =
        kind === 'weapp' ? await openWeapp(browser, served, given) : await openH5(browser, given)
      phones.push(phone)
      return phone
    },
    async close() {
      for (const phone of phones) await phone.close()
      server.closeAllConnections()
      await server.drain()
      await app.close()
    },
  }
}
