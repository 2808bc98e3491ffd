import type { Held } from '../closure/close-account.ts'
import { closeAccount } from '../closure/close-account.ts'
import { openRedemptions } from '../mall/redemption.ts'
import type { DuePlace } from './due.ts'

const BATCH_MAX = 100

/**
 * Closes the accounts of those who wanted to leave and did not think better of it, the longest
 * waiting first. What waits to be handed over holds one up until it is over; a killed round goes on
 * where it stopped.
 */
export async function closeAccounts({ stores, perform, now, log }: DuePlace): Promise<number> {
  let closed = 0
  for (const memberId of await stores.closure.due(now(), BATCH_MAX)) {
    try {
      const { kind } = await perform({
        name: 'closeAccount',
        actor: 'job:closures',
        load: () => load(stores, memberId),
        decide: closeAccount,
      })
      if (kind === 'AccountClosed') closed += 1
    } catch (err) {
      // One member's fault must not hold up the others; the next round tries again.
      log.error({ err, memberId }, 'an account could not be closed')
    }
  }
  return closed
}

/** The member first: what moves after this read makes the commit a conflict. */
async function load(stores: DuePlace['stores'], memberId: string) {
  const member = await stores.member.load(memberId)
  const [closure, redemptions, identities, sessions, coupons, objections, wish, onBoards, boards] =
    await Promise.all([
      stores.closure.ofMember(memberId),
      stores.redemption.ofMember(memberId),
      stores.member.identitiesOf(memberId),
      stores.session.ofMember(memberId),
      stores.coupon.ofMember(memberId),
      stores.objection.ofMember(memberId),
      stores.wish.ofMember(memberId),
      stores.boardScore.member(memberId),
      stores.boardScore.openOf(memberId),
    ])
  const [scene, invitation, traces] = await Promise.all([
    stores.scene.of('member', memberId),
    stores.invitation.find(memberId),
    stores.trace.ofMember(memberId),
  ])
  const addresses = await Promise.all(redemptions.map(({ id }) => stores.address.find(id)))
  const held: Held = {
    identities,
    sessions,
    addresses: addresses.flatMap((address) => address ?? []),
    coupons: coupons.filter(({ state }) => state === 'issued' || state === 'reserved'),
    objections,
    hasWish: wish !== undefined,
    sceneCode: scene?.code,
    wasInvited: invitation !== undefined,
    traces,
    boards: { member: onBoards, boards },
  }
  return { member, closure, openIds: openRedemptions(redemptions), held }
}
