import { audited } from '../audited.ts'
import { forOperator } from '../graphql/auth.ts'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { staffOf } from '../graphql/context.ts'
import { checkKey, KeyReusedRef, outcomeUnion } from '../graphql/outcome.ts'
import { checkText } from '../graphql/refusals.ts'
import type { ShippingAddress } from './address.ts'
import { cancelRedemption } from './cancel.ts'
import { RedemptionNotReadyRef } from './counter.graphql.ts'
import { RedemptionUnknownRef, TooLateToCancelRef } from './redeem.graphql.ts'
import { RedemptionStateRef } from './redemption.graphql.ts'
import type { Redemption } from './redemption.ts'
import type { ShipOutcome } from './ship.ts'
import { shipRedemption } from './ship.ts'

const AddressRef = builder.objectRef<ShippingAddress>('PostalAddress').implement({
  fields: (t) => ({
    name: t.exposeString('name'),
    phone: t.exposeString('phone'),
    text: t.exposeString('text'),
  }),
})

const OfficeRedemptionRef = builder.objectRef<Redemption>('OfficeRedemption').implement({
  description: 'A redemption as operators see it who send it.',
  fields: (t) => ({
    id: t.exposeID('id'),
    itemId: t.exposeID('itemId'),
    itemName: t.exposeString('itemName'),
    quantity: t.exposeInt('quantity'),
    state: t.field({ type: RedemptionStateRef, resolve: ({ state }) => state }),
    createdAt: t.expose('createdAt', { type: 'Time' }),
    address: t.field({
      type: AddressRef,
      nullable: true,
      description: 'Kept sealed; null once it is no longer needed.',
      resolve: async ({ id }, _, { stores, open }) => {
        const kept = await stores.address.find(id)
        return kept ? (JSON.parse(open(kept.sealed)) as ShippingAddress) : null
      },
    }),
  }),
})

const TO_SHIP_MAX = 100

builder.queryField('redemptionsToShip', (t) =>
  t.field({
    description: `What waits to be sent, the longest waiting first; ${TO_SHIP_MAX} at a time.`,
    ...forOperator(),
    type: [OfficeRedemptionRef],
    resolve: (_, __, { stores }) => stores.redemption.toShip(TO_SHIP_MAX),
  }),
)

async function known({ stores }: Context, id: string): Promise<Redemption> {
  const found = await stores.redemption.find(id)
  if (!found) throw new Error('an answer names a redemption that was made')
  return found
}

type Of<K> = Extract<ShipOutcome, { kind: K }>

const RedemptionShippedRef = builder
  .objectRef<Of<'RedemptionShipped'>>('RedemptionShipped')
  .implement({
    fields: (t) => ({
      redemption: t.field({
        type: OfficeRedemptionRef,
        resolve: ({ redemptionId }, _, context) => known(context, redemptionId),
      }),
    }),
  })

const CancelledForRef = builder
  .objectRef<{ kind: 'RedemptionCancelledFor'; redemptionId: string }>('RedemptionCancelledFor')
  .implement({
    fields: (t) => ({
      redemption: t.field({
        type: OfficeRedemptionRef,
        resolve: ({ redemptionId }, _, context) => known(context, redemptionId),
      }),
    }),
  })

builder.mutationFields((t) => ({
  shipRedemption: t.field({
    description: 'Notes that a redemption was sent.',
    ...forOperator(60),
    type: outcomeUnion('ShipRedemptionOutcome', [
      RedemptionShippedRef,
      RedemptionUnknownRef,
      RedemptionNotReadyRef,
      KeyReusedRef,
    ]),
    args: {
      key: t.arg.id({ required: true }),
      id: t.arg.id({ required: true }),
      carrier: t.arg.string({ required: true }),
      number: t.arg.string({ required: true }),
    },
    resolve: (_, { key, id, ...given }, context) => {
      const { actor } = staffOf(context)
      const parcel = {
        carrier: checkText('carrier', given.carrier),
        number: checkText('number', given.number),
      }
      return context.perform({
        name: 'shipRedemption',
        actor,
        key: checkKey(key),
        args: { id, parcel },
        load: () => context.stores.redemption.find(id),
        decide: (redemption, world) =>
          audited(
            shipRedemption(redemption, parcel, actor, world),
            {
              actor,
              action: 'shipped-redemption',
              memberId: redemption?.memberId ?? null,
              detail: { redemptionId: id },
            },
            world,
          ),
      })
    },
  }),
  cancelRedemptionFor: t.field({
    description: 'Cancels a redemption that cannot be fulfilled; everything comes back (S5).',
    ...forOperator(30),
    type: outcomeUnion('CancelRedemptionForOutcome', [
      CancelledForRef,
      RedemptionUnknownRef,
      TooLateToCancelRef,
      KeyReusedRef,
    ]),
    args: {
      key: t.arg.id({ required: true }),
      id: t.arg.id({ required: true }),
      reason: t.arg.string({ required: true, description: '1 to 200 characters.' }),
    },
    resolve: async (_, { key, id, ...given }, context) => {
      const { actor } = staffOf(context)
      const reason = checkText('reason', given.reason)
      const outcome = await context.perform({
        name: 'cancelRedemptionFor',
        actor,
        key: checkKey(key),
        args: { id, reason },
        load: async () => {
          const redemption = await context.stores.redemption.find(id)
          const member = redemption && (await context.stores.member.load(redemption.memberId))
          return { member, redemption }
        },
        decide: (found, world) =>
          audited(
            cancelRedemption(found, { actor, why: 'operator' }, world),
            {
              actor,
              action: 'cancelled-redemption',
              memberId: found.member?.id ?? null,
              detail: { redemptionId: id, reason },
            },
            world,
          ),
      })
      return outcome.kind === 'RedemptionCancelled'
        ? { kind: 'RedemptionCancelledFor' as const, redemptionId: id }
        : outcome
    },
  }),
}))
