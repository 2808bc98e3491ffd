import type { Log } from '../log.ts'
import type { Notice } from '../model.ts'
import type { DueNotice } from '../outbox/outbox.store.ts'
import type { Stores } from '../stores.ts'
import type { Wechat } from '../wechat/wechat.ts'
import { noticePage, noticeText } from './notice-text.ts'

/** The subscribe-message template of each notice, as registered with WeChat. */
export type NoticeTemplates = Partial<Record<Notice['kind'], string>>

export interface DeliveryPlace {
  stores: Stores
  now(): number
  wechat: Wechat
  templates: NoticeTemplates
  log: Log
}

const BATCH_MAX = 100
const ATTEMPTS_MAX = 8
const MINUTE_MS = 60_000
/** WeChat refuses a `thing` of more characters. */
const THING_LENGTH_MAX = 20

/**
 * Sends what is due. A message is claimed before it is sent and free again later, so that a killed
 * process loses none and two processes do not send the same one; the wait doubles with each try.
 */
export async function deliverDue(place: DeliveryPlace): Promise<number> {
  const { stores, now, log } = place
  let delivered = 0
  for (const message of await stores.outbox.dueNotices(now(), BATCH_MAX)) {
    const at = now()
    const until = at + MINUTE_MS * 2 ** message.attempts
    const claimed = await stores.commit([{ kind: 'outbox-claimed', id: message.id, at, until }])
    if (claimed !== 'committed') continue
    const result = await deliver(message, place).catch((err: unknown) => {
      // A fault of ours in one message must not hold up those behind it.
      log.error({ err, messageId: message.id }, 'a notice could not be sent')
      return 'again'
    })
    if (result === 'again' && message.attempts + 1 < ATTEMPTS_MAX) continue
    const ended = result === 'again' ? 'gave-up' : result
    const { id, memberId, notice } = message
    await stores.commit([
      { kind: 'outbox-done', id, at: now(), result: ended },
      ...(ended === 'no-quota'
        ? [{ kind: 'subscription-emptied', memberId, notice: notice.kind } as const]
        : []),
    ])
    if (ended === 'sent') delivered += 1
  }
  return delivered
}

async function deliver(message: DueNotice, place: DeliveryPlace): Promise<string> {
  const { stores, wechat, templates, now } = place
  const templateId = templates[message.notice.kind]
  if (templateId === undefined) return 'no-template'
  const openid = await stores.member.subjectOf(message.memberId, 'wechat')
  if (openid === undefined) return 'no-channel'
  const { body } = await stores.program.inForce(now())
  const answer = await wechat.sendSubscribeMessage({
    openid,
    templateId,
    page: noticePage(message.notice),
    data: { thing1: noticeText(message.notice, body).slice(0, THING_LENGTH_MAX) },
  })
  if (answer.kind === 'sent') return 'sent'
  const passes = answer.reason === 'busy' || answer.reason === 'rate-limited'
  return passes ? 'again' : answer.reason
}
