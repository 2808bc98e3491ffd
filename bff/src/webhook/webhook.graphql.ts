import { forOperator } from '../graphql/auth.ts'
import { builder } from '../graphql/builder.ts'
import { staffOf } from '../graphql/context.ts'
import { outcomeUnion } from '../graphql/outcome.ts'
import { badInput } from '../graphql/refusals.ts'
import type { Webhook, WebhookDelivery } from '../systems.ts'
import type { RedeliverOutcome } from './delivery.ts'
import { deliveryId, parseDeliveryId, redeliver } from './delivery.ts'
import type { AddWebhookOutcome, SwitchWebhookOutcome } from './endpoint.ts'
import { addWebhook, parseWebhookUrl, switchWebhook } from './endpoint.ts'

const WebhookEventRef = builder.enumType('WebhookEvent', {
  values: {
    TIER_REACHED: { value: 'tier-reached' },
    TIER_LOWERED: { value: 'tier-lowered' },
    BADGE_AWARDED: { value: 'badge-awarded' },
  } as const,
})

const WebhookRef = builder.objectRef<Webhook>('Webhook').implement({
  description: 'An address of another system that is told of events.',
  fields: (t) => ({
    id: t.exposeID('id'),
    url: t.exposeString('url'),
    events: t.field({ type: [WebhookEventRef], resolve: ({ events }) => [...events] }),
    active: t.exposeBoolean('active'),
    createdAt: t.expose('createdAt', { type: 'Time' }),
  }),
})

const WebhookDeliveryRef = builder.objectRef<WebhookDelivery>('WebhookDelivery').implement({
  fields: (t) => ({
    id: t.id({ resolve: deliveryId }),
    webhook: t.field({
      type: WebhookRef,
      resolve: ({ webhookId }, _, { stores }) => stores.webhook.findKnown(webhookId),
    }),
    event: t.field({ type: WebhookEventRef, resolve: ({ event }) => event.kind }),
    at: t.expose('happenedAt', { type: 'Time' }),
    tries: t.exposeInt('tries'),
    result: t.exposeString('result', {
      nullable: true,
      description: 'What the last try came to: `HTTP 500`, `timeout` …',
    }),
  }),
})

builder.queryFields((t) => ({
  webhooks: t.field({
    description: 'The newest 500 addresses, active or not.',
    ...forOperator(),
    type: [WebhookRef],
    resolve: (_, __, { stores }) => stores.webhook.list(),
  }),
  deadWebhookDeliveries: t.field({
    description: 'The newest 100 deliveries that were given up after eight tries.',
    ...forOperator(),
    type: [WebhookDeliveryRef],
    resolve: (_, __, { stores }) => stores.webhook.dead(),
  }),
}))

type Added = Extract<AddWebhookOutcome, { kind: 'WebhookAdded' }>
const WebhookAddedRef = builder.objectRef<Added>('WebhookAdded').implement({
  fields: (t) => ({
    webhook: t.field({ type: WebhookRef, resolve: ({ webhook }) => webhook }),
    secret: t.string({
      description: 'Shown this once; the key of the HMAC, as it stands here.',
      resolve: ({ webhook }, _, { sharedSecret }) => sharedSecret('webhook', webhook.id),
    }),
  }),
})

const WebhookUrlNotValidRef = builder
  .objectRef<{ kind: 'WebhookUrlNotValid' }>('WebhookUrlNotValid')
  .implement({
    fields: (t) => ({ message: t.string({ resolve: () => '请填写 https:// 开头的完整网址' }) }),
  })

type TooMany = Extract<AddWebhookOutcome, { kind: 'TooManyWebhooks' }>
const TooManyWebhooksRef = builder.objectRef<TooMany>('TooManyWebhooks').implement({
  fields: (t) => ({
    activeMax: t.exposeInt('activeMax'),
    message: t.string({ resolve: ({ activeMax }) => `最多 ${activeMax} 个在用，请先停用一个` }),
  }),
})

type Switched = Extract<SwitchWebhookOutcome, { kind: 'WebhookSwitched' }>
const WebhookSwitchedRef = builder.objectRef<Switched>('WebhookSwitched').implement({
  fields: (t) => ({ webhook: t.field({ type: WebhookRef, resolve: ({ webhook }) => webhook }) }),
})

const WebhookUnknownRef = builder
  .objectRef<{ kind: 'WebhookUnknown' }>('WebhookUnknown')
  .implement({
    fields: (t) => ({ message: t.string({ resolve: () => '没有这个推送地址' }) }),
  })

type Redelivered = Extract<RedeliverOutcome, { kind: 'WebhookRedelivered' }>
const WebhookRedeliveredRef = builder.objectRef<Redelivered>('WebhookRedelivered').implement({
  fields: (t) => ({
    delivery: t.field({ type: WebhookDeliveryRef, resolve: ({ delivery }) => delivery }),
  }),
})

const DeliveryUnknownRef = builder
  .objectRef<{ kind: 'DeliveryUnknown' }>('DeliveryUnknown')
  .implement({ fields: (t) => ({ message: t.string({ resolve: () => '没有这条推送' }) }) })

const DeliveryNotDeadRef = builder
  .objectRef<{ kind: 'DeliveryNotDead' }>('DeliveryNotDead')
  .implement({
    fields: (t) => ({ message: t.string({ resolve: () => '这条推送不在失败列表里' }) }),
  })

builder.mutationFields((t) => ({
  addWebhook: t.field({
    description:
      'Takes an address. Its secret is shown once, so this has no idempotency key: when the answer was lost, stop the address and add it again.',
    ...forOperator(10),
    type: outcomeUnion('AddWebhookOutcome', [
      WebhookAddedRef,
      WebhookUrlNotValidRef,
      TooManyWebhooksRef,
    ]),
    args: {
      url: t.arg.string({ required: true }),
      events: t.arg({ type: [WebhookEventRef], required: true }),
    },
    resolve: (_, args, context) => {
      const { stores, perform, production } = context
      const { actor } = staffOf(context)
      const events = [...new Set(args.events)]
      if (events.length === 0) throw badInput('events', 'at least one')
      const asked = { url: parseWebhookUrl(args.url, production), events }
      return perform({
        name: 'addWebhook',
        actor,
        load: async () => ({ activeCount: (await stores.webhook.active()).length }),
        decide: (found, world) => addWebhook(found, asked, actor, world),
      })
    },
  }),
  switchWebhook: t.field({
    description: 'Stops an address, or starts it again; what waited is sent then.',
    ...forOperator(30),
    type: outcomeUnion('SwitchWebhookOutcome', [WebhookSwitchedRef, WebhookUnknownRef]),
    args: { id: t.arg.id({ required: true }), active: t.arg.boolean({ required: true }) },
    resolve: (_, { id, active }, context) => {
      const { stores, perform } = context
      const { actor } = staffOf(context)
      return perform({
        name: 'switchWebhook',
        actor,
        load: () => stores.webhook.find(id),
        decide: (found, world) => switchWebhook(found, active, actor, world),
      })
    },
  }),
  redeliverWebhook: t.field({
    description: 'Tries a delivery that was given up anew, from the first try.',
    ...forOperator(60),
    type: outcomeUnion('RedeliverWebhookOutcome', [
      WebhookRedeliveredRef,
      DeliveryUnknownRef,
      DeliveryNotDeadRef,
    ]),
    args: { id: t.arg.id({ required: true }) },
    resolve: (_, { id }, context) => {
      const { stores, perform } = context
      const { actor } = staffOf(context)
      return perform({
        name: 'redeliverWebhook',
        actor,
        load: () => stores.webhook.findDelivery(parseDeliveryId(id)),
        decide: (found, world) => redeliver(found, actor, world),
      })
    },
  }),
}))
