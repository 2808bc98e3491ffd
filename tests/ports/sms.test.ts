import { beforeEach, describe, expect, it } from 'vitest'
import { signAcsRequest } from '../../bff/src/sms/acs-signature.client.ts'
import { createSms } from '../../bff/src/sms/sms.client.ts'
import { createFakeSms, type FakeSms } from '../../bff/src/sms/sms.fake.ts'
import type { SmsMessage } from '../../bff/src/sms/sms.ts'
import { createOutside, HOUR_MS, MINUTE_MS, type Outside } from './outside.ts'

const RATE_LIMITED = { kind: 'refused', reason: 'rate-limited' }
const BUSY = { kind: 'refused', reason: 'busy' }

let outside: Outside
let sms: FakeSms

const codeTo = (phone: string, code = '246810'): SmsMessage => ({
  phone,
  template: 'one-time-code',
  variables: { code },
})

beforeEach(() => {
  outside = createOutside()
  sms = createFakeSms(outside)
})

describe('a text message', () => {
  it('arrives with its code', async () => {
    expect(await sms.send(codeTo('13800138000'))).toEqual({ kind: 'sent' })
    expect(sms.lastTo('13800138000')).toEqual({
      phone: '13800138000',
      template: 'one-time-code',
      variables: { code: '246810' },
      text: '【长青】您的验证码是246810，请勿告诉他人。',
      sentAt: outside.now(),
    })
  })

  it('is kept apart from those to other numbers', async () => {
    await sms.send(codeTo('13800138000', '111111'))
    await sms.send(codeTo('13900139000', '222222'))
    expect(sms.lastTo('13800138000')?.variables).toEqual({ code: '111111' })
    expect(sms.lastTo('13700137000')).toBeUndefined()
  })

  it('keeps signs that have a meaning in an address', async () => {
    await sms.send(codeTo('13800138000', "1 & 2 = '3' * (4)!~"))
    expect(sms.lastTo('13800138000')?.variables).toEqual({ code: "1 & 2 = '3' * (4)!~" })
  })

  it.each([
    ['too short', '1380013800'],
    ['of a landline', '02162345678'],
    ['not yet in its plain form', '+8613800138000'],
    ['a list of numbers', '13800138000,13900139000'],
  ])('to a number that is %s goes nowhere', async (_, phone) => {
    expect(await sms.send(codeTo(phone))).toEqual({ kind: 'refused', reason: 'bad-number' })
    expect(sms.outbox).toEqual([])
  })

  it.each([
    ['refused in the last millisecond of the minute', MINUTE_MS - 1, RATE_LIMITED],
    ['sent after a minute', MINUTE_MS, { kind: 'sent' }],
  ])('to the same number is %s', async (_, passed, answer) => {
    await sms.send(codeTo('13800138000'))
    outside.pass(passed)
    expect(await sms.send(codeTo('13800138000'))).toEqual(answer)
    expect(await sms.send(codeTo('13900139000'))).toEqual({ kind: 'sent' })
  })

  it('goes to one number at most 5 times an hour', async () => {
    for (let time = 1; time <= 5; time += 1) {
      expect(await sms.send(codeTo('13800138000'))).toEqual({ kind: 'sent' })
      outside.pass(MINUTE_MS)
    }
    expect(await sms.send(codeTo('13800138000'))).toEqual(RATE_LIMITED)
    outside.pass(55 * MINUTE_MS)
    expect(await sms.send(codeTo('13800138000'))).toEqual({ kind: 'sent' })
  })

  it('goes to one number at most 10 times in 24 hours', async () => {
    for (let time = 1; time <= 10; time += 1) {
      expect(await sms.send(codeTo('13800138000'))).toEqual({ kind: 'sent' })
      outside.pass(HOUR_MS)
    }
    expect(await sms.send(codeTo('13800138000'))).toEqual(RATE_LIMITED)
    outside.pass(14 * HOUR_MS)
    expect(await sms.send(codeTo('13800138000'))).toEqual({ kind: 'sent' })
  })

  it('that was refused does not count', async () => {
    await sms.send(codeTo('13800138000'))
    outside.pass(MINUTE_MS - 1)
    await sms.send(codeTo('13800138000'))
    outside.pass(1)
    expect(await sms.send(codeTo('13800138000'))).toEqual({ kind: 'sent' })
  })
})

describe('the SMS provider', () => {
  it.each([
    ['has a system error', { code: 'isp.SYSTEM_ERROR' }],
    ['is called too often by everybody', { code: 'Throttling.User' }],
    ['cannot be reached', 'no-connection'],
  ] as const)('is busy when it %s', async (_, fault) => {
    sms.breakNext(fault)
    expect(await sms.send(codeTo('13800138000'))).toEqual(BUSY)
    expect(sms.outbox).toEqual([])
  })

  it('is asked once, because an answer may be lost after the message went out', async () => {
    sms.breakNext('answer-lost')
    expect(await sms.send(codeTo('13800138000'))).toEqual(BUSY)
    expect(sms.outbox).toHaveLength(1)
  })

  it.each(['isv.OUT_OF_SERVICE', 'isv.SMS_SIGNATURE_ILLEGAL', 'SignatureDoesNotMatch'])(
    'makes %s a fault of ours',
    async (code) => {
      sms.breakNext({ code })
      const attempt = sms.send(codeTo('13800138000'))
      await expect(attempt).rejects.toThrow(`the SMS provider answered ${code}`)
    },
  )

  it('refuses a request signed with another secret or long ago', async () => {
    const account = { accessKeyId: 'key-of-the-fake-account', accessKeySecret: 'guessed' }
    const wording = { signName: '长青', templateCodes: { 'one-time-code': 'SMS_1' } }
    const stranger = createSms({ ...outside, ...account, ...wording, fetch: sms.fetch })
    const late = createSms({
      ...outside,
      ...account,
      ...wording,
      accessKeySecret: 'secret-of-the-fake-account',
      now: () => outside.now() - HOUR_MS,
      fetch: sms.fetch,
    })
    await expect(stranger.send(codeTo('13800138000'))).rejects.toThrow('SignatureDoesNotMatch')
    await expect(late.send(codeTo('13800138000'))).rejects.toThrow('InvalidTimeStamp.Expired')
    expect(sms.outbox).toEqual([])
  })

  it('leaves no number, code or secret in the log', async () => {
    for (const fault of ['no-connection', 'answer-lost', { code: 'isp.SYSTEM_ERROR' }] as const) {
      sms.breakNext(fault)
      await sms.send(codeTo('13800138000'))
    }
    await sms.send(codeTo('13800138000'))
    const log = outside.lines.join('\n')
    expect(outside.lines).toHaveLength(4)
    const secrets = ['13800138000', '246810', 'secret-of-the-fake-account']
    expect(secrets.filter((secret) => log.includes(secret))).toEqual([])
  })

  it('gets every sign encoded that RFC 3986 reserves', () => {
    const { queryString } = signAcsRequest(
      {
        host: 'dysmsapi.aliyuncs.com',
        action: 'SendSms',
        version: '2017-05-25',
        query: { TemplateParam: "a!'()*~ +é" },
        at: outside.now(),
        nonce: 'once',
      },
      { accessKeyId: 'key', accessKeySecret: 'secret' },
    )
    expect(queryString).toBe('TemplateParam=a%21%27%28%29%2A~%20%2B%C3%A9')
  })

  it('gets the signature of its own published example', () => {
    const { queryString, headers } = signAcsRequest(
      {
        host: 'ecs.cn-shanghai.aliyuncs.com',
        action: 'RunInstances',
        version: '2014-05-26',
        query: {
          RegionId: 'cn-shanghai',
          ImageId: 'win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd',
        },
        at: Date.UTC(2023, 9, 26, 10, 22, 32),
        nonce: '3156853299f313e23d1673dc12e1703d',
      },
      { accessKeyId: 'YourAccessKeyId', accessKeySecret: 'YourAccessKeySecret' },
    )
    expect(queryString).toBe(
      'ImageId=win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd&RegionId=cn-shanghai',
    )
    expect(headers.authorization).toBe(
      'ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;' +
        'x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,' +
        'Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0',
    )
  })
})
