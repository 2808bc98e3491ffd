import type { CodeRefused } from '../phone-code/phone-code.ts'
import type { PhoneNumberAnswer, SignInAnswer } from '../wechat/wechat.ts'

type WechatRefusal = Extract<SignInAnswer | PhoneNumberAnswer, { kind: 'refused' }>

/** WeChat's reasons in ours: what the person can do about it is what matters. */
const reasonOf = {
  'wrong-code': 'wrong',
  'used-code': 'used',
  'rate-limited': 'too-many-tries',
  'foreign-number': 'wrong',
  blocked: 'service-busy',
  busy: 'service-busy',
} as const satisfies Record<WechatRefusal['reason'], CodeRefused['reason']>

/** What somebody hears whose code WeChat did not take. */
export const refusedBy = ({ reason, retryAfterMs }: WechatRefusal): CodeRefused => ({
  kind: 'CodeRefused',
  reason: reasonOf[reason],
  retryAfterMs: retryAfterMs ?? null,
})
