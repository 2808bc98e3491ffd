import { forGuest } from '../graphql/auth.ts'
import { builder } from '../graphql/builder.ts'
import { outcomeUnion } from '../graphql/outcome.ts'
import { actorOf } from '../session/session.ts'
import { parsePhone } from '../sms/phone.ts'
import type { CodeRefused, RequestPhoneCodeOutcome } from './phone-code.ts'
import { requestPhoneCode } from './phone-code.ts'

type Of<K> = Extract<RequestPhoneCodeOutcome, { kind: K }>

const CodeRefusalRef = builder.enumType('CodeRefusal', {
  values: {
    WRONG: { value: 'wrong' },
    EXPIRED: { value: 'expired' },
    USED: { value: 'used' },
    TOO_MANY_TRIES: { value: 'too-many-tries' },
    SERVICE_BUSY: { value: 'service-busy' },
  } as const,
})

export const CodeRefusedRef = builder.objectRef<CodeRefused>('CodeRefused').implement({
  description: 'The one-time code was not taken.',
  fields: (t) => ({
    reason: t.field({ type: CodeRefusalRef, resolve: ({ reason }) => reason }),
    retryAfterMs: t.exposeInt('retryAfterMs', { nullable: true }),
  }),
})

export interface PhoneNotValid {
  kind: 'PhoneNotValid'
}
export const phoneNotValid: PhoneNotValid = { kind: 'PhoneNotValid' }

export const PhoneNotValidRef = builder.objectRef<PhoneNotValid>('PhoneNotValid').implement({
  fields: (t) => ({ message: t.string({ resolve: () => '请输入11位大陆手机号' }) }),
})

const PhoneCodeSentRef = builder.objectRef<Of<'PhoneCodeSent'>>('PhoneCodeSent').implement({
  fields: (t) => ({
    expiresInMs: t.exposeInt('expiresInMs'),
    resendAfterMs: t.exposeInt('resendAfterMs'),
  }),
})

const PhoneCodeTooSoonRef = builder
  .objectRef<Of<'PhoneCodeTooSoon'>>('PhoneCodeTooSoon')
  .implement({ fields: (t) => ({ retryAfterMs: t.exposeInt('retryAfterMs') }) })

const SmsUnavailableRef = builder
  .objectRef<{ kind: 'SmsUnavailable' }>('SmsUnavailable')
  .implement({ fields: (t) => ({ message: t.string({ resolve: () => '短信暂时发不出去' }) }) })

builder.mutationField('requestPhoneCode', (t) =>
  t.field({
    description: 'Sends a one-time code to a Chinese mobile number.',
    ...forGuest(10),
    type: outcomeUnion('RequestPhoneCodeOutcome', [
      PhoneCodeSentRef,
      PhoneCodeTooSoonRef,
      PhoneNotValidRef,
      SmsUnavailableRef,
    ]),
    args: { phone: t.arg.string({ required: true }) },
    resolve: async (_, args, { perform, stores, hashPhone, sms, principal }) => {
      const phone = parsePhone(args.phone)
      if (phone === undefined) return phoneNotValid
      const phoneHash = hashPhone(phone)
      const outcome = await perform({
        name: 'requestPhoneCode',
        actor: actorOf(principal),
        load: () => stores.phoneCode.find(phoneHash),
        decide: (before, world) => requestPhoneCode(before, phoneHash, world),
      })
      // Sent once it is written: a code that arrives is a code that counts.
      if (outcome.kind !== 'PhoneCodeSent') return outcome
      const sent = await sms.send({
        phone,
        template: 'one-time-code',
        variables: { code: outcome.code },
      })
      return sent.kind === 'sent' ? outcome : { kind: 'SmsUnavailable' as const }
    },
  }),
)
