import type { CallOptions } from './call.client.ts'
import { createWechat } from './wechat.client.ts'
import type { Wechat } from './wechat.ts'
import { createFakeServer, type Fault } from './wechat-server.fake.ts'
import { createWorld, grantKey, openidOf, type SentMessage } from './wechat-world.fake.ts'

export interface FakeWechat extends Wechat {
  /** The fake server itself, for a client made elsewhere. */
  readonly fetch: CallOptions['fetch']
  readonly appId: string
  readonly appSecret: string
  /** Messages that reached somebody, oldest first. */
  readonly sent: readonly SentMessage[]
  /** Every session key given out: none may turn up outside the client. */
  readonly sessionKeys: readonly string[]
  /** The openid of a person, by a stable key such as 'lin'. */
  openidOf(person: string): string
  /** What wx.login gives on this person's phone. */
  issueLoginCode(person: string): string
  /** What the getPhoneNumber button gives when this person agrees to give that number. */
  issuePhoneCode(person: string, phone: string, countryCode?: string): string
  /** A person accepts one message of this template. */
  grantSubscription(openid: string, templateId: string): void
  /** WeChat counts the person among the high-risk users. */
  block(person: string): void
  /** The next request to this path fails; called twice, the next two do. */
  breakNext(path: string, fault: Fault): void
  /** Another process forces a new access token. */
  endAccessTokens(): void
  /** The newest access token is refused until a new one is forced. */
  spoilAccessToken(): void
}

export interface FakeWechatOptions {
  now: () => number
  newId: () => string
  /** Template id to its field names; a template that is not listed is unknown. */
  templates?: Readonly<Record<string, readonly string[]>>
  /** Pages of the released mini-program; without the list every page is one. */
  pages?: readonly string[]
  log?: CallOptions['log']
  deadline?: CallOptions['deadline']
}

/** The real client over a WeChat kept in memory, with the controls development and tests need. */
export function createFakeWechat(options: FakeWechatOptions): FakeWechat {
  const { now, newId, templates = {}, pages, log, deadline } = options
  const appId = 'wx-evergreen-fake'
  const appSecret = 'secret-of-the-fake-app'
  const world = createWorld({ now, newId, appId, appSecret, templates, pages })
  const { fetch, breakNext } = createFakeServer(world)

  return {
    ...createWechat({ appId, appSecret, now, log, deadline, fetch }),
    fetch,
    appId,
    appSecret,
    sent: world.sent,
    sessionKeys: world.sessionKeys,
    openidOf: (person) => openidOf(appId, person),
    issueLoginCode(person) {
      world.openids.add(openidOf(appId, person))
      return world.loginCodes.issue({ person })
    },
    issuePhoneCode(person, phone, countryCode = '86') {
      world.openids.add(openidOf(appId, person))
      return world.phoneCodes.issue({ phone, countryCode })
    },
    grantSubscription(openid, templateId) {
      const grant = grantKey(openid, templateId)
      world.grants.set(grant, (world.grants.get(grant) ?? 0) + 1)
    },
    block(person) {
      world.blocked.add(person)
    },
    breakNext,
    endAccessTokens: world.tokens.endAll,
    spoilAccessToken: world.tokens.spoil,
  }
}
