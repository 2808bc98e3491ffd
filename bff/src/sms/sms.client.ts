import type { Log } from '../log.ts'
import { type AcsKey, signAcsRequest } from './acs-signature.client.ts'
import { parsePhone } from './phone.ts'
import type { Sms, SmsAnswer, SmsMessage } from './sms.ts'

export interface SmsOptions extends AcsKey {
  /** The signature 【…】 registered with the provider. */
  signName: string
  /** The provider's code of each template, e.g. SMS_15305. */
  templateCodes: Readonly<Record<SmsMessage['template'], string>>
  fetch: (url: string, init: RequestInit) => Promise<Response>
  now: () => number
  newId: () => string
  log?: Log | undefined
  /** A signal that aborts after so many milliseconds. */
  deadline?: ((afterMs: number) => AbortSignal) | undefined
}

/** The provider says that our account or our request is wrong; asking again will not help. */
export class SmsFault extends Error {
  override readonly name = 'SmsFault'
}

const HOST = 'dysmsapi.aliyuncs.com'
const TIMEOUT_MS = 5_000

const reasons: Readonly<Record<string, Exclude<SmsAnswer, { kind: 'sent' }>['reason']>> = {
  'isv.BUSINESS_LIMIT_CONTROL': 'rate-limited',
  'isv.MOBILE_NUMBER_ILLEGAL': 'bad-number',
  'isp.SYSTEM_ERROR': 'busy',
  'isp.GATEWAY_ERROR': 'busy',
  ServiceUnavailable: 'busy',
  InternalError: 'busy',
}

/**
 * Text messages through Alibaba Cloud's Short Message Service (Dysms, SendSms). The address carries
 * the number and the code, so neither it nor the text of a network error goes into a log line.
 * Sending is not idempotent there: nothing is tried twice.
 */
export function createSms(options: SmsOptions): Sms {
  const { signName, templateCodes, fetch, now, newId, log } = options
  const deadline = options.deadline ?? ((afterMs) => AbortSignal.timeout(afterMs))

  async function ask(query: Record<string, string>): Promise<Record<string, unknown> | undefined> {
    const signed = signAcsRequest(
      { host: HOST, action: 'SendSms', version: '2017-05-25', query, at: now(), nonce: newId() },
      options,
    )
    const signal = deadline(TIMEOUT_MS)
    try {
      const response = await fetch(`https://${HOST}/?${signed.queryString}`, {
        method: 'POST',
        headers: { ...signed.headers, accept: 'application/json' },
        redirect: 'error',
        signal,
      })
      return (await response.json()) as Record<string, unknown>
    } catch {
      log?.warn({ timeout: signal.aborted }, 'the SMS provider did not answer')
      return undefined
    }
  }

  return {
    async send({ phone, template, variables }) {
      // The provider takes a list of numbers separated by commas; only one number may pass.
      if (parsePhone(phone) !== phone) return { kind: 'refused', reason: 'bad-number' }
      const answer = await ask({
        PhoneNumbers: phone,
        SignName: signName,
        TemplateCode: templateCodes[template],
        TemplateParam: JSON.stringify(variables),
      })
      if (answer === undefined) return { kind: 'refused', reason: 'busy' }
      const code = String(answer.Code)
      if (code === 'OK') return { kind: 'sent' }
      const reason = code.startsWith('Throttling') ? 'busy' : reasons[code]
      if (reason === undefined) throw new SmsFault(`the SMS provider answered ${code}`)
      log?.info({ code, requestId: answer.RequestId }, 'the SMS provider refused')
      return { kind: 'refused', reason }
    },
  }
}
