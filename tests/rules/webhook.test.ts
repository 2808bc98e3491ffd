import { describe, expect, it } from 'vitest'
import { hmac } from '../../bff/src/secrets.ts'
import { judgeAnswer, parseDeliveryId, postOf } from '../../bff/src/webhook/delivery.ts'
import { parseWebhookUrl } from '../../bff/src/webhook/endpoint.ts'

describe('an address', () => {
  it.each([
    ['https://crm.example.com', 'https://crm.example.com/', 'https://crm.example.com/'],
    ['https://crm.example.com:8443/a?b=1', 'https://crm.example.com:8443/a?b=1', 'the same'],
    ['http://127.0.0.1:9000/', undefined, 'http://127.0.0.1:9000/'],
    ['http://localhost/', undefined, 'http://localhost/'],
    ['http://[::1]/', undefined, 'http://[::1]/'],
    ['http://crm.example.com/', undefined, undefined],
    ['http://localhost.example.com/', undefined, undefined],
    ['https://lin:secret@crm.example.com/', undefined, undefined],
    ['https://crm.example.com/#part', undefined, undefined],
    ['ftp://crm.example.com/', undefined, undefined],
    ['file:///etc/passwd', undefined, undefined],
    ['/hooks', undefined, undefined],
    ['', undefined, undefined],
    [`https://crm.example.com/${'a'.repeat(500)}`, undefined, undefined],
  ])('%s is in production %s, elsewhere %s', (text, production, elsewhere) => {
    expect(parseWebhookUrl(text, true)).toBe(production)
    expect(parseWebhookUrl(text, false)).toBe(elsewhere === 'the same' ? production : elsewhere)
  })
})

it('a post says what happened, and is signed with its time', () => {
  const delivery = {
    messageId: 'message-1',
    webhookId: 'webhook-1',
    memberId: 'lin',
    event: { kind: 'tier-reached', tierId: 'branch' },
    happenedAt: 1_700_000_000_000,
    state: 'waiting',
    tries: 0,
    dueAt: 0,
    result: null,
  } as const
  const post = postOf(delivery, 'https://crm.example.com/', 1_700_000_060_000, (text) =>
    hmac('secret', text),
  )
  const body =
    '{"id":"message-1","type":"tier-reached","at":1700000000000,"memberId":"lin","data":{"tierId":"branch"}}'
  expect(post).toEqual({
    url: 'https://crm.example.com/',
    body,
    headers: {
      'content-type': 'application/json',
      'user-agent': 'evergreen',
      'evergreen-delivery': 'message-1.webhook-1',
      'evergreen-signature': `t=1700000060000,v1=${hmac('secret', `1700000060000.${body}`)}`,
    },
  })
  expect(parseDeliveryId('message-1.webhook-1')).toEqual({
    messageId: 'message-1',
    webhookId: 'webhook-1',
  })
})

describe('an answer', () => {
  it.each([
    [{ kind: 'answered', status: 200 }, 1, 'delivered', 'HTTP 200'],
    [{ kind: 'answered', status: 204 }, 8, 'delivered', 'HTTP 204'],
    [{ kind: 'answered', status: 299 }, 9, 'delivered', 'HTTP 299'],
    [{ kind: 'answered', status: 199 }, 1, 'waiting', 'HTTP 199'],
    [{ kind: 'answered', status: 301 }, 1, 'waiting', 'HTTP 301'],
    [{ kind: 'answered', status: 500 }, 7, 'waiting', 'HTTP 500'],
    [{ kind: 'answered', status: 500 }, 8, 'dead', 'HTTP 500'],
    [{ kind: 'silent', why: 'timeout' }, 7, 'waiting', 'timeout'],
    [{ kind: 'silent', why: 'network' }, 8, 'dead', 'network'],
  ] as const)('%j to try %i leaves it %s', (answer, tries, state, result) => {
    expect(judgeAnswer(answer, tries)).toEqual({ state, result })
  })
})
