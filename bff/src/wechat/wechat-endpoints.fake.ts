import { createHash } from 'node:crypto'
import { errcode } from './errcode.ts'
import { badField } from './template-data.ts'
import { isPage, isScene, MINI_CODE_WIDTH_MAX, MINI_CODE_WIDTH_MIN } from './wechat.ts'
import { grantKey, openidOf, type World } from './wechat-world.fake.ts'

export interface Asked {
  query: URLSearchParams
  body: Record<string, unknown>
}

/** A documented answer, or the error code of a refusal. */
export type Endpoint = (world: World, asked: Asked) => Response | number

const SIGN_INS_A_MINUTE_MAX = 100
const TOKENS_A_MINUTE_MAX = 10_000
const MINI_CODES_A_MINUTE_MAX = 5_000
const SCENE_LENGTH_MAX = 32
const SENT_KEPT_MAX = 1_000

/** A white pixel. */
const PICTURE = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////' +
    '////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=',
  'base64',
)

const signIn: Endpoint = (world, { query }) => {
  const refusal = credentials(world, query.get('appid'), query.get('secret'))
  if (refusal !== errcode.ok) return refusal
  if (query.get('grant_type') !== 'authorization_code') return errcode.invalidGrantType
  const code = query.get('js_code') ?? ''
  const found = world.loginCodes.look(code)
  if (found.kind === 'unknown') return errcode.invalidCode
  const { person } = found.value
  if (world.overMinute(`sign-in of ${person}`, SIGN_INS_A_MINUTE_MAX)) return errcode.minuteQuota
  if (found.kind === 'used') return errcode.codeUsed
  world.loginCodes.use(code)
  if (world.blocked.has(person)) return errcode.codeBlocked
  const sessionKey = createHash('md5').update(world.newId()).digest('base64')
  world.sessionKeys.push(sessionKey)
  const session = { session_key: sessionKey, openid: openidOf(world.appId, person) }
  return new Response(JSON.stringify(session), { headers: { 'content-type': 'text/plain' } })
}

const stableToken: Endpoint = (world, { body }) => {
  const refusal = credentials(world, body.appid, body.secret)
  if (refusal !== errcode.ok) return refusal
  if (body.grant_type !== 'client_credential') return errcode.invalidGrantType
  if (world.overMinute('stable-token', TOKENS_A_MINUTE_MAX)) return errcode.minuteQuota
  const { tokens } = world
  const given = body.force_refresh === true ? tokens.forced() : tokens.ordinary()
  if ('errcode' in given) return given.errcode
  return Response.json({ access_token: given.token, expires_in: given.expiresInSeconds })
}

const phoneNumber: Endpoint = ({ phoneCodes, now, appId }, { body }) => {
  const code = String(body.code)
  const found = phoneCodes.look(code)
  if (found.kind !== 'fresh') return errcode.invalidCode
  phoneCodes.use(code)
  const { phone, countryCode } = found.value
  return Response.json({
    errcode: 0,
    errmsg: 'ok',
    phone_info: {
      phoneNumber: countryCode === '86' ? phone : `+${countryCode}${phone}`,
      purePhoneNumber: phone,
      countryCode,
      watermark: { timestamp: Math.floor(now() / 1000), appid: appId },
    },
  })
}

const miniCode: Endpoint = (world, { body }) => {
  const { scene, page, check_path: mustExist } = body
  const width = Number(body.width)
  if (typeof scene !== 'string' || scene === '') return errcode.invalidSceneLength
  if (scene.length > SCENE_LENGTH_MAX) return errcode.invalidSceneLength
  if (!isScene(scene)) return errcode.invalidScene
  if (typeof page !== 'string' || !isPage(page)) return errcode.invalidPage
  if (mustExist !== false && world.pages?.includes(page) === false) return errcode.invalidPage
  if (!(width >= MINI_CODE_WIDTH_MIN && width <= MINI_CODE_WIDTH_MAX)) {
    return errcode.invalidArguments
  }
  if (world.overMinute('mini-code', MINI_CODES_A_MINUTE_MAX)) return errcode.dailyQuota
  return new Response(PICTURE, { headers: { 'content-type': 'image/jpeg' } })
}

const sendMessage: Endpoint = ({ openids, templates, pages, grants, sent, now }, { body }) => {
  const openid = String(body.touser)
  const templateId = String(body.template_id)
  const page = String(body.page)
  if (!openids.has(openid)) return errcode.invalidOpenid
  const fields = templates[templateId]
  if (fields === undefined) return errcode.invalidTemplateId
  const path = page.split('?', 1)[0] ?? ''
  if (!isPage(path) || pages?.includes(path) === false) return errcode.invalidPage
  const given = (body.data ?? {}) as Record<string, { value?: unknown } | undefined>
  const data = Object.fromEntries(fields.map((name) => [name, String(given[name]?.value ?? '')]))
  if (badField(data) !== undefined) return errcode.invalidTemplateData
  const grant = grantKey(openid, templateId)
  const left = grants.get(grant) ?? 0
  if (left === 0) return errcode.noSubscription
  grants.set(grant, left - 1)
  sent.push({ openid, templateId, page, data, sentAt: now() })
  if (sent.length > SENT_KEPT_MAX) sent.shift()
  return Response.json({ errcode: 0, errmsg: 'ok' })
}

function credentials(world: World, id: unknown, secret: unknown): number {
  if (id !== world.appId) return errcode.invalidAppId
  return secret === world.appSecret ? errcode.ok : errcode.invalidAppSecret
}

function withToken(endpoint: Endpoint): Endpoint {
  return (world, asked) => {
    const refusal = world.tokens.check(asked.query.get('access_token'))
    return refusal === errcode.ok ? endpoint(world, asked) : refusal
  }
}

export const endpoints: Readonly<Record<string, Endpoint>> = {
  'GET /sns/jscode2session': signIn,
  'POST /cgi-bin/stable_token': stableToken,
  'POST /wxa/business/getuserphonenumber': withToken(phoneNumber),
  'POST /wxa/getwxacodeunlimit': withToken(miniCode),
  'POST /cgi-bin/message/subscribe/send': withToken(sendMessage),
}
