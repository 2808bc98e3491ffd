import { assert } from '@evergreen/shared/assert.ts'
import { createAccessToken, createCallWithToken } from './access-token.client.ts'
import { type CallOptions, createCall, type Reply } from './call.client.ts'
import { messageReasons, miniCodeReasons, phoneReasons, signInReasons } from './errcode.ts'
import { createRefuse, WechatFault } from './refuse.client.ts'
import { isPage, isScene, MINI_CODE_WIDTH_MAX, MINI_CODE_WIDTH_MIN, type Wechat } from './wechat.ts'

export interface WechatOptions extends CallOptions {
  appId: string
  appSecret: string
  now: () => number
  /** Which build of the mini-program codes and messages open; the released one by default. */
  opens?: 'release' | 'trial' | 'develop'
}

const messageState = { release: 'formal', trial: 'trial', develop: 'developer' } as const
const MAINLAND = '86'

/** WeChat itself, over its documented server API. `fetch` is the only way out. */
export function createWechat(options: WechatOptions): Wechat {
  const { appId, appSecret, now, log, opens = 'release' } = options
  const call = createCall(options)
  const refuse = createRefuse(log)
  const accessToken = createAccessToken({ appId, appSecret, call, now, refuse })
  const callWithToken = createCallWithToken(call, accessToken, log)

  return {
    async signIn(code) {
      const reply = await call({
        path: '/sns/jscode2session',
        query: { appid: appId, secret: appSecret, js_code: code, grant_type: 'authorization_code' },
      })
      if (!succeeded(reply)) return refuse(reply, signInReasons)
      const { openid, unionid } = reply.body
      if (!isText(openid)) throw new WechatFault('WeChat answered a sign-in without an openid')
      return { kind: 'signed-in', openid, ...(isText(unionid) ? { unionid } : {}) }
    },

    async phoneNumber(phoneCode) {
      const path = '/wxa/business/getuserphonenumber'
      const reply = await callWithToken({ path, body: { code: phoneCode } })
      if (reply.kind === 'refused') return reply
      if (!succeeded(reply)) return refuse(reply, phoneReasons)
      const { purePhoneNumber, countryCode } = (reply.body.phone_info ?? {}) as Record<
        string,
        unknown
      >
      if (!isText(purePhoneNumber)) throw new WechatFault('WeChat answered without a phone number')
      if (String(countryCode) !== MAINLAND) return { kind: 'refused', reason: 'foreign-number' }
      return { kind: 'phone', phone: purePhoneNumber }
    },

    async miniCode({ scene, page, width }) {
      assert(isScene(scene), 'a scene is 1 to 32 characters of the allowed set')
      assert(isPage(page), 'a page has no leading slash and no query')
      assert(width >= MINI_CODE_WIDTH_MIN && width <= MINI_CODE_WIDTH_MAX, 'width within limits')
      const reply = await callWithToken({
        path: '/wxa/getwxacodeunlimit',
        body: { scene, page, width, check_path: opens === 'release', env_version: opens },
      })
      if (reply.kind === 'refused') return reply
      if (reply.kind !== 'bytes') return refuse(reply, miniCodeReasons)
      return { kind: 'image', bytes: reply.bytes, contentType: reply.contentType }
    },

    async sendSubscribeMessage({ openid, templateId, page, data }) {
      const fields = Object.entries(data).map(([name, value]) => [name, { value }] as const)
      const reply = await callWithToken({
        path: '/cgi-bin/message/subscribe/send',
        body: {
          touser: openid,
          template_id: templateId,
          page,
          data: Object.fromEntries(fields),
          miniprogram_state: messageState[opens],
          lang: 'zh_CN',
        },
      })
      if (reply.kind === 'refused') return reply
      return succeeded(reply) ? { kind: 'sent' } : refuse(reply, messageReasons)
    },
  }
}

function succeeded(reply: Reply): reply is Extract<Reply, { kind: 'json' }> {
  return reply.kind === 'json' && reply.errcode === 0
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}
