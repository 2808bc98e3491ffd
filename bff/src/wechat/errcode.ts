/**
 * The error codes of WeChat's server API that this programme meets, as documented with each
 * endpoint, and what each means to the one who asked.
 */
export const errcode = {
  systemBusy: -1,
  ok: 0,
  invalidCredential: 40001,
  invalidGrantType: 40002,
  invalidOpenid: 40003,
  invalidAppId: 40013,
  invalidAccessToken: 40014,
  invalidCode: 40029,
  invalidTemplateId: 40037,
  invalidArguments: 40097,
  invalidAppSecret: 40125,
  invalidScene: 40129,
  codeUsed: 40163,
  invalidSceneLength: 40169,
  codeBlocked: 40226,
  missingAccessToken: 41001,
  invalidPage: 41030,
  expiredAccessToken: 42001,
  postRequired: 43002,
  noSubscription: 43101,
  subscriptionBanned: 43107,
  concurrentMessage: 43108,
  dailyQuota: 45009,
  minuteQuota: 45011,
  sensitiveText: 45168,
  invalidTemplateData: 47003,
} as const

const MINUTE_MS = 60_000

/** Error code to the reason the port states; a code that is not listed is a fault of ours. */
export type Reasons<Reason extends string> = Readonly<Record<number, Reason>>

const general: Reasons<'busy' | 'rate-limited'> = {
  [errcode.systemBusy]: 'busy',
  [errcode.dailyQuota]: 'rate-limited',
  [errcode.minuteQuota]: 'rate-limited',
}

export const signInReasons: Reasons<
  'busy' | 'rate-limited' | 'wrong-code' | 'used-code' | 'blocked'
> = {
  ...general,
  [errcode.invalidCode]: 'wrong-code',
  [errcode.codeUsed]: 'used-code',
  [errcode.codeBlocked]: 'blocked',
}

export const phoneReasons: Reasons<'busy' | 'rate-limited' | 'wrong-code'> = {
  ...general,
  [errcode.invalidCode]: 'wrong-code',
}

export const miniCodeReasons: Reasons<'busy' | 'rate-limited' | 'wrong-page'> = {
  ...general,
  [errcode.invalidPage]: 'wrong-page',
}

export const messageReasons: Reasons<
  'busy' | 'rate-limited' | 'no-quota' | 'wrong-openid' | 'bad-template'
> = {
  ...general,
  [errcode.concurrentMessage]: 'busy',
  [errcode.noSubscription]: 'no-quota',
  [errcode.invalidOpenid]: 'wrong-openid',
  [errcode.invalidTemplateId]: 'bad-template',
  [errcode.invalidTemplateData]: 'bad-template',
  [errcode.invalidPage]: 'bad-template',
  [errcode.subscriptionBanned]: 'bad-template',
  [errcode.sensitiveText]: 'bad-template',
}

export const tokenReasons = general

/** Only the quota per minute says when to come back: within a minute. */
export function retryAfter(code: number): { retryAfterMs?: number } {
  return code === errcode.minuteQuota ? { retryAfterMs: MINUTE_MS } : {}
}

/** The access token was refused, not the request: a newer token may do. */
export function isTokenRefusal(code: number): boolean {
  return (
    code === errcode.invalidCredential ||
    code === errcode.invalidAccessToken ||
    code === errcode.expiredAccessToken
  )
}
