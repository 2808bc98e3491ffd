import { landFact } from '../invitation/land-fact.ts'
import type { DuePlace } from './due.ts'

const BATCH_MAX = 200
const MINUTE_MS = 60_000

/**
 * Brings what friends did to the members who invited them, what waits longest first. Each lands in
 * one commit with the end of its message, so that a killed round, or two at once, loses and doubles
 * nothing; one that fails waits longer and longer and holds up nobody.
 */
export async function landFriendFacts({ stores, perform, now, log }: DuePlace): Promise<number> {
  let landed = 0
  for (const message of await stores.outbox.dueFacts(now(), BATCH_MAX)) {
    const { id: messageId, memberId, fact, attempts } = message
    try {
      const { kind } = await perform({
        name: 'landFact',
        actor: 'job:friends',
        load: async () => {
          const [member, invitation, lately] = await Promise.all([
            stores.member.load(memberId),
            stores.invitation.find(fact.about),
            stores.invitation.lately(memberId),
          ])
          return { messageId, fact, member, invitation, lately }
        },
        decide: landFact,
      })
      if (kind === 'FactLanded') landed += 1
    } catch (err) {
      log.error({ err, messageId }, 'a fact did not reach a friend')
      const at = now()
      const until = at + MINUTE_MS * 2 ** Math.min(attempts, 10)
      await stores.commit([{ kind: 'outbox-claimed', id: messageId, at, until }])
    }
  }
  return landed
}
