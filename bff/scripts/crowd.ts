import { businessDay } from '@evergreen/shared/day.ts'
import type { App } from '../src/app.ts'
import { checkIn } from '../src/check-in/check-in.ts'
import type { SystemKind } from '../src/fact.ts'
import { recordOrder } from '../src/order/record-order.ts'
import { signIn } from '../src/sign-in/sign-in.ts'
import { reportFact } from '../src/system/report-fact.ts'
import { shop } from './people.ts'

/** Members who act through the real commands; whom they are is the script's business. */
export function crowd({
  perform,
  stores,
  clock,
}: Pick<App, 'perform' | 'stores'> & { clock: { at: number } }) {
  const named = (memberId: string) => ({ kind: 'Named' as const, memberId, code: undefined })
  return {
    /** Joins on a phone, by the link of an inviter if there is one; answers the member's id. */
    async join(subject: string, { device, inviter }: { device: string; inviter?: string }) {
      const outcome = await perform({
        name: 'signIn',
        actor: 'guest:crowd',
        load: async () => {
          const code = inviter === undefined ? undefined : await stores.scene.of('member', inviter)
          const onDevice = (await stores.trace.onDevice(device)).map(({ memberId }) => memberId)
          const visit = code && { id: subject, code: code.code, at: clock.at }
          const link = visit && code ? { visit, code } : undefined
          return { link, inviterId: inviter, onDevice }
        },
        decide: (brought, world) =>
          signIn(
            {
              member: undefined,
              identities: [{ identity: 'wechat', subject, knownFor: undefined }],
              acceptedPrivacyVersion: world.program.body.privacy.version,
              brought,
              deviceHash: device,
            },
            world,
          ),
      })
      if (outcome.kind !== 'SignedIn') throw new Error(outcome.kind)
      return outcome.memberId
    },

    checkIn: (memberId: string) =>
      perform({
        name: 'checkIn',
        actor: `member:${memberId}`,
        load: () => stores.member.loadKnown(memberId),
        decide: checkIn,
      }),

    /** Another system reports something that happened to a member. */
    report: (memberId: string, kind: SystemKind, id: string) =>
      perform({
        name: 'recordFact',
        actor: 'service:crowd',
        load: async () => ({
          named: named(memberId),
          member: await stores.member.load(memberId),
          known: undefined,
          reported: { kind, source: 'crowd', id, about: null },
        }),
        decide: (found, world) => reportFact(found, { keyId: 'crowd', shopId: null }, world),
      }),

    buy: (memberId: string, orderId: string, netFen: number) =>
      perform({
        name: 'recordOrder',
        actor: 'service:crowd',
        load: () => stores.member.load(memberId),
        decide: (member, world) =>
          recordOrder(
            {
              member,
              order: {
                ...{
                  source: 'till',
                  orderId,
                  shopId: shop.id,
                  channel: 'shop',
                  receiptNo: orderId,
                },
                ...{ paidAt: world.now, notEarningFen: 0, holdId: null },
                lines: [
                  {
                    lineId: '1',
                    name: businessDay(world.now),
                    category: 'drink',
                    quantity: 1,
                    netFen,
                  },
                ],
              },
              sameKey: undefined,
              sameReceipt: undefined,
            },
            world,
          ),
      }),
  }
}
