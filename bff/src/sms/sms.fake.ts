import type { Log } from '../log.ts'
import { signAcsRequest } from './acs-signature.client.ts'
import { parsePhone } from './phone.ts'
import { createSms, type SmsOptions } from './sms.client.ts'
import type { Sms, SmsMessage } from './sms.ts'

export interface DeliveredSms extends SmsMessage {
  /** As it reads on the phone. */
  text: string
  sentAt: number
}

export interface FakeSms extends Sms {
  readonly fetch: SmsOptions['fetch']
  /** Messages that reached somebody, oldest first. */
  readonly outbox: readonly DeliveredSms[]
  /** The newest message to a number. */
  lastTo(phone: string): DeliveredSms | undefined
  /** The next message fails: the provider answers this code, or does not answer. */
  breakNext(fault: BrokenSend): void
}

/** An error code of the provider; no connection; or sent, with the answer lost. */
export type BrokenSend = { code: string } | 'no-connection' | 'answer-lost'

const OUTBOX_KEPT_MAX = 1_000
const SIGNATURE_LIFE_MS = 15 * 60_000

/** The provider's limits for one-time codes to one number, each over the time up to now. */
const limits = [
  { withinMs: 60_000, messagesMax: 1 },
  { withinMs: 3_600_000, messagesMax: 5 },
  { withinMs: 86_400_000, messagesMax: 10 },
] as const

/**
 * The real client over a provider kept in memory, which refuses what the real one refuses: numbers
 * that are none, one number too often, requests that are not signed. Nothing leaves the machine.
 */
export function createFakeSms(options: {
  now: () => number
  newId: () => string
  log?: Log
}): FakeSms {
  const { now } = options
  const account = {
    accessKeyId: 'key-of-the-fake-account',
    accessKeySecret: 'secret-of-the-fake-account',
    signName: '长青',
    templateCodes: { 'one-time-code': 'SMS_1' },
  }
  const outbox: DeliveredSms[] = []
  const faults: BrokenSend[] = []

  function refusalOf(url: URL, headers: Headers): string | undefined {
    const date = Date.parse(headers.get('x-acs-date') ?? '')
    if (!(Math.abs(now() - date) <= SIGNATURE_LIFE_MS)) return 'InvalidTimeStamp.Expired'
    if (headers.get('authorization') !== expectedSignature(url, headers, account)) {
      return 'SignatureDoesNotMatch'
    }
    const query = url.searchParams
    if (query.get('SignName') !== account.signName) return 'isv.SMS_SIGNATURE_ILLEGAL'
    if (query.get('TemplateCode') !== account.templateCodes['one-time-code']) {
      return 'isv.SMS_TEMPLATE_ILLEGAL'
    }
    const phone = parsePhone(query.get('PhoneNumbers') ?? '')
    if (phone === undefined) return 'isv.MOBILE_NUMBER_ILLEGAL'
    const earlier = outbox.filter((message) => message.phone === phone)
    const tooMany = limits.some(
      ({ withinMs, messagesMax }) =>
        earlier.filter(({ sentAt }) => sentAt > now() - withinMs).length >= messagesMax,
    )
    return tooMany ? 'isv.BUSINESS_LIMIT_CONTROL' : undefined
  }

  function deliver(query: URLSearchParams): void {
    const variables = JSON.parse(query.get('TemplateParam') ?? '') as { code: string }
    const phone = query.get('PhoneNumbers') ?? ''
    const text = `【${account.signName}】您的验证码是${variables.code}，请勿告诉他人。`
    outbox.push({ phone, template: 'one-time-code', variables, text, sentAt: now() })
    if (outbox.length > OUTBOX_KEPT_MAX) outbox.shift()
  }

  const fetch: SmsOptions['fetch'] = async (address, init) => {
    const fault = faults.shift()
    if (fault === 'no-connection') throw new TypeError(`fetch failed: ${address}`)
    if (typeof fault === 'object') return Response.json({ Code: fault.code, RequestId: 'fake' })
    const url = new URL(address)
    const refusal = refusalOf(url, new Headers(init.headers))
    if (refusal === undefined) deliver(url.searchParams)
    if (fault === 'answer-lost') throw new TypeError(`fetch failed: ${address}`)
    return Response.json({ Code: refusal ?? 'OK', Message: refusal ?? 'OK', RequestId: 'fake' })
  }

  return {
    ...createSms({ ...account, ...options, fetch }),
    fetch,
    outbox,
    lastTo: (phone) => outbox.findLast((message) => message.phone === phone),
    breakNext(fault) {
      faults.push(fault)
    },
  }
}

/** Signs the request as it arrived, with the secret only the account and the provider know. */
function expectedSignature(
  url: URL,
  headers: Headers,
  key: { accessKeyId: string; accessKeySecret: string },
): string | undefined {
  return signAcsRequest(
    {
      host: url.host,
      action: headers.get('x-acs-action') ?? '',
      version: headers.get('x-acs-version') ?? '',
      query: Object.fromEntries(url.searchParams),
      at: Date.parse(headers.get('x-acs-date') ?? ''),
      nonce: headers.get('x-acs-signature-nonce') ?? '',
    },
    key,
  ).headers.authorization
}
