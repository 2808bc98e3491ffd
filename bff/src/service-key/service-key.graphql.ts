import { forOperator, forService } from '../graphql/auth.ts'
import { builder } from '../graphql/builder.ts'
import { serviceOf, staffOf } from '../graphql/context.ts'
import { outcomeUnion } from '../graphql/outcome.ts'
import { badInput } from '../graphql/refusals.ts'
import type { ServiceKey } from '../systems.ts'
import type { CreateServiceKeyOutcome, RetireServiceKeyOutcome } from './service-key.ts'
import { createServiceKey, KEY_NAME_LENGTH_MAX, retireServiceKey, slotsOf } from './service-key.ts'

const ServiceKeyStateRef = builder.enumType('ServiceKeyState', { values: ['ACTIVE', 'RETIRED'] })

const ServiceKeyRef = builder.objectRef<ServiceKey>('ServiceKey').implement({
  description: 'What a system of the brand signs its requests with.',
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.exposeString('name'),
    shopId: t.exposeID('shopId', {
      nullable: true,
      description: 'The shop it speaks for; null speaks for the whole brand.',
    }),
    state: t.field({
      type: ServiceKeyStateRef,
      resolve: ({ retiredAt }) => (retiredAt === null ? 'ACTIVE' : 'RETIRED'),
    }),
    createdAt: t.expose('createdAt', { type: 'Time' }),
    retiredAt: t.expose('retiredAt', { type: 'Time', nullable: true }),
  }),
})

builder.queryFields((t) => ({
  serviceKeys: t.field({
    description: 'The newest 500 keys, active and retired.',
    ...forOperator(),
    type: [ServiceKeyRef],
    resolve: (_, __, { stores }) => stores.serviceKey.list(),
  }),
  serviceMe: t.field({
    description: 'The key this request was signed with.',
    ...forService(600),
    type: ServiceKeyRef,
    resolve: (_, __, context) => context.stores.serviceKey.findKnown(serviceOf(context).keyId),
  }),
}))

type Created = Extract<CreateServiceKeyOutcome, { kind: 'ServiceKeyCreated' }>
const ServiceKeyCreatedRef = builder.objectRef<Created>('ServiceKeyCreated').implement({
  fields: (t) => ({
    serviceKey: t.field({ type: ServiceKeyRef, resolve: ({ serviceKey }) => serviceKey }),
    secret: t.string({
      description: 'Shown this once; the key of the HMAC, as it stands here.',
      resolve: ({ serviceKey }, _, { sharedSecret }) => sharedSecret('service-key', serviceKey.id),
    }),
  }),
})

export const ShopUnknownRef = builder.objectRef<{ kind: 'ShopUnknown' }>('ShopUnknown').implement({
  fields: (t) => ({ message: t.string({ resolve: () => '没有这家门店' }) }),
})

type TooMany = Extract<CreateServiceKeyOutcome, { kind: 'TooManyServiceKeys' }>
const TooManyServiceKeysRef = builder.objectRef<TooMany>('TooManyServiceKeys').implement({
  fields: (t) => ({
    activeMax: t.exposeInt('activeMax'),
    message: t.string({
      resolve: ({ activeMax }) => `同名密钥最多 ${activeMax} 个在用，请先停用一个`,
    }),
  }),
})

builder.mutationField('createServiceKey', (t) =>
  t.field({
    description:
      'Makes a key. Its secret is shown once, so this has no idempotency key: when the answer was lost, retire the key and make another.',
    ...forOperator(10),
    type: outcomeUnion('CreateServiceKeyOutcome', [
      ServiceKeyCreatedRef,
      ShopUnknownRef,
      TooManyServiceKeysRef,
    ]),
    args: {
      name: t.arg.string({ required: true, description: '1 to 40 characters.' }),
      shopId: t.arg.id({ description: 'Without it the key speaks for the whole brand.' }),
    },
    resolve: (_, args, context) => {
      const { stores, perform } = context
      const { actor } = staffOf(context)
      const name = args.name.trim()
      if (name.length < 1 || name.length > KEY_NAME_LENGTH_MAX)
        throw badInput('name', `1 to ${KEY_NAME_LENGTH_MAX} characters`)
      const asked = { name, shopId: args.shopId ?? null }
      return perform({
        name: 'createServiceKey',
        actor,
        load: async () => {
          const [shop, taken] = await Promise.all([
            asked.shopId === null ? 'brand' : stores.staff.shop(asked.shopId),
            stores.serviceKey.taken(slotsOf(asked)),
          ])
          return { shopKnown: shop !== undefined, taken }
        },
        decide: (found, world) => createServiceKey(found, asked, actor, world),
      })
    },
  }),
)

type Retired = Extract<RetireServiceKeyOutcome, { kind: 'ServiceKeyRetired' }>
const ServiceKeyRetiredRef = builder.objectRef<Retired>('ServiceKeyRetired').implement({
  fields: (t) => ({
    serviceKey: t.field({ type: ServiceKeyRef, resolve: ({ serviceKey }) => serviceKey }),
  }),
})

const ServiceKeyUnknownRef = builder
  .objectRef<{ kind: 'ServiceKeyUnknown' }>('ServiceKeyUnknown')
  .implement({ fields: (t) => ({ message: t.string({ resolve: () => '没有这个密钥' }) }) })

builder.mutationField('retireServiceKey', (t) =>
  t.field({
    description: 'Ends a key at once and for ever. Twice is the same as once.',
    ...forOperator(30),
    type: outcomeUnion('RetireServiceKeyOutcome', [ServiceKeyRetiredRef, ServiceKeyUnknownRef]),
    args: { id: t.arg.id({ required: true }) },
    resolve: (_, { id }, context) => {
      const { stores, perform } = context
      const { actor } = staffOf(context)
      return perform({
        name: 'retireServiceKey',
        actor,
        load: () => stores.serviceKey.find(id),
        decide: (found, world) => retireServiceKey(found, actor, world),
      })
    },
  }),
)
