import type { Log } from '../log.ts'
import type { Reply } from './call.client.ts'
import { type Reasons, retryAfter } from './errcode.ts'
import type { Refused } from './wechat.ts'

/** WeChat says that our configuration or our request is wrong; asking again will not help. */
export class WechatFault extends Error {
  override readonly name = 'WechatFault'
}

export type Refuse = <Reason extends string>(
  reply: Reply,
  reasons: Reasons<Reason>,
) => Refused<Reason | 'busy'>

/**
 * Turns a reply that is no success into the reason the port states. Codes that a member or the hour
 * can cause are listed; any other throws. WeChat's own text is left out of both, as it may repeat
 * what was sent.
 */
export function createRefuse(log: Log | undefined): Refuse {
  return (reply, reasons) => {
    if (reply.kind === 'silent') return { kind: 'refused', reason: 'busy' }
    if (reply.kind === 'bytes') throw new WechatFault('WeChat sent a picture nobody asked for')
    const { path, errcode, rid } = reply
    const reason = reasons[errcode]
    if (reason === undefined) throw new WechatFault(`WeChat answered ${errcode} to ${path}, ${rid}`)
    log?.info({ path, errcode, rid }, 'WeChat refused')
    return { kind: 'refused', reason, ...retryAfter(errcode) }
  }
}
