import type { Log } from '../log.ts'
import type { Call, Reply, Request } from './call.client.ts'
import { isTokenRefusal, tokenReasons } from './errcode.ts'
import { type Refuse, WechatFault } from './refuse.client.ts'
import type { Refused } from './wechat.ts'

export type TokenAnswer = { kind: 'token'; token: string } | Refused<'busy' | 'rate-limited'>

export interface AccessToken {
  /** The token in use, asked for when there is none or its end is near. */
  current(): Promise<TokenAnswer>
  /** Another token than the refused one. */
  replace(refused: string): Promise<TokenAnswer>
}

/**
 * In the last 5 minutes of a token WeChat gives out its successor while both still work. Asking
 * within that span means that no request ever travels with a token that ends on the way.
 */
const SPARE_MS = 4 * 60_000

/**
 * Keeps the one access token of the app. However many ask at once, one request is on its way.
 *
 * A refused token is replaced by an ordinary request first: when another process has replaced it
 * already, that gives the newer one. Only when WeChat hands out the refused token again is it
 * forced to make a new one, because that ends the token of every process and is limited to 20 a
 * day.
 */
export function createAccessToken(options: {
  appId: string
  appSecret: string
  call: Call
  now: () => number
  refuse: Refuse
}): AccessToken {
  const { appId, appSecret, call, now, refuse } = options
  let held: { token: string; expiresAt: number } | undefined
  let underWay: Promise<TokenAnswer> | undefined

  async function ask(force: boolean): Promise<TokenAnswer> {
    const reply = await call({
      path: '/cgi-bin/stable_token',
      query: {},
      body: {
        grant_type: 'client_credential',
        appid: appId,
        secret: appSecret,
        force_refresh: force,
      },
    })
    if (reply.kind !== 'json' || reply.errcode !== 0) return refuse(reply, tokenReasons)
    const { access_token: token, expires_in: seconds } = reply.body
    if (typeof token !== 'string' || typeof seconds !== 'number') {
      throw new WechatFault('WeChat answered /cgi-bin/stable_token without a token')
    }
    held = { token, expiresAt: now() + seconds * 1000 }
    return { kind: 'token', token }
  }

  async function load(refused: string | undefined): Promise<TokenAnswer> {
    const answer = await ask(false)
    if (answer.kind === 'token') return answer.token === refused ? ask(true) : answer
    if (held === undefined || held.token === refused || held.expiresAt <= now()) return answer
    return { kind: 'token', token: held.token }
  }

  function loadOnce(refused?: string): Promise<TokenAnswer> {
    underWay ??= load(refused).finally(() => {
      underWay = undefined
    })
    return underWay
  }

  return {
    async current() {
      if (held && held.expiresAt - now() > SPARE_MS) return { kind: 'token', token: held.token }
      return loadOnce()
    },
    async replace(refused) {
      if (held && held.token !== refused) return { kind: 'token', token: held.token }
      return loadOnce(refused)
    },
  }
}

export type CallWithToken = (
  request: Omit<Request, 'query'>,
) => Promise<Reply | Refused<'busy' | 'rate-limited'>>

/** Asks with the access token; once more with another one when WeChat refuses the token. */
export function createCallWithToken(
  call: Call,
  accessToken: AccessToken,
  log: Log | undefined,
): CallWithToken {
  return async (request) => {
    const first = await accessToken.current()
    if (first.kind === 'refused') return first
    const reply = await call({ ...request, query: { access_token: first.token } })
    if (!refusesToken(reply)) return reply
    log?.warn({ path: request.path }, 'WeChat refused the access token')
    const second = await accessToken.replace(first.token)
    if (second.kind === 'refused') return second
    const again = await call({ ...request, query: { access_token: second.token } })
    return refusesToken(again) ? { kind: 'refused', reason: 'busy' } : again
  }
}

function refusesToken(reply: Reply): boolean {
  return reply.kind === 'json' && isTokenRefusal(reply.errcode)
}
