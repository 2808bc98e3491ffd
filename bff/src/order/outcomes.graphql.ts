import { BadgeRef, badgeById } from '../badge/badge.graphql.ts'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { tierById } from '../program/program.ts'
import type { Gains } from '../settle/gains.ts'
import { TierRef } from '../tier/tier.graphql.ts'
import type { OrderRecord } from './order.ts'
import type { RecordOrderOutcome } from './record-order.ts'

type Of<K> = Extract<RecordOrderOutcome, { kind: K }>

/** Systems go on under the member's id; staff know the member by their look-up alone. */
const memberIdFor = (memberId: string, { principal }: Context): string | null =>
  principal.kind === 'service' ? memberId : null

export const GainsRef = builder.objectRef<Gains>('Gains').implement({
  description: 'What something brought its member.',
  fields: (t) => ({
    points: t.expose('points', { type: 'Amount' }),
    growth: t.expose('growth', { type: 'Amount' }),
    tierReached: t.field({
      type: TierRef,
      nullable: true,
      resolve: ({ tierId }, _, { program }) =>
        tierId === null ? null : tierById(program.body, tierId),
    }),
    badges: t.field({
      type: [BadgeRef],
      resolve: ({ badgeIds }, _, { program }) => badgeIds.map((id) => badgeById(program.body, id)),
    }),
    tasks: t.stringList({
      description: 'Tasks completed, by name.',
      resolve: ({ tasks }, _, { program }) =>
        tasks.map((ruleId) => program.body.rules.find(({ id }) => id === ruleId)?.name ?? ruleId),
    }),
  }),
})

/** Who recorded an order, and when; the key of a system where no person did. */
export interface Recorder {
  by: string
  at: number
}

export const RecorderRef = builder.objectRef<Recorder>('Recorder').implement({
  fields: (t) => ({
    by: t.exposeString('by', { description: 'The name of the staff, or of the system’s key.' }),
    at: t.expose('at', { type: 'Time' }),
  }),
})

export async function recorderOf(
  { stores }: Context,
  { memberId, key, order }: Pick<OrderRecord, 'memberId' | 'key' | 'order'>,
): Promise<Recorder> {
  const fact = await stores.fact.find(memberId, `order:${key}`)
  const [kind, id = ''] = fact?.actor.split(':') ?? []
  const named =
    kind === 'staff'
      ? await stores.staff.find(id)
      : kind === 'service'
        ? await stores.serviceKey.find(id)
        : undefined
  return { by: named?.name ?? '', at: fact?.recordedAt ?? order.paidAt }
}

async function recorderByKey(context: Context, key: string): Promise<Recorder> {
  const record = await context.stores.order.find(key)
  if (!record) throw new Error('an answer names an order that was recorded')
  return recorderOf(context, record)
}

export const OrderRecordedRef = builder.objectRef<Of<'OrderRecorded'>>('OrderRecorded').implement({
  fields: (t) => ({
    order: t.exposeID('order', { description: '`<source>:<orderId>`, for ever.' }),
    memberId: t.id({
      nullable: true,
      description: 'For systems; null for staff.',
      resolve: ({ memberId }, _, context) => memberIdFor(memberId, context),
    }),
    pending: t.expose('pending', {
      type: 'Amount',
      description: 'The part of the points that waits for its release.',
    }),
    gains: t.field({ type: GainsRef, resolve: (outcome) => outcome }),
  }),
})

export const OrderKnownRef = builder.objectRef<Of<'OrderKnown'>>('OrderKnown').implement({
  description: 'The very same order is there already; nothing was done.',
  fields: (t) => ({
    order: t.exposeID('order'),
    memberId: t.id({
      nullable: true,
      description: 'For systems; null for staff.',
      resolve: ({ memberId }, _, context) => memberIdFor(memberId, context),
    }),
    recorded: t.field({
      type: RecorderRef,
      resolve: ({ order }, _, context) => recorderByKey(context, order),
    }),
  }),
})

export const OrderDiffersRef = builder.objectRef<Of<'OrderDiffers'>>('OrderDiffers').implement({
  description: 'Another order is there under this number; nothing was done.',
  fields: (t) => ({
    order: t.exposeID('order'),
    recorded: t.field({
      type: RecorderRef,
      resolve: ({ order }, _, context) => recorderByKey(context, order),
    }),
  }),
})

export const ReceiptTakenRef = builder.objectRef<Of<'ReceiptTaken'>>('ReceiptTaken').implement({
  description: 'The receipt is recorded already, for this member or another; nothing was done.',
  fields: (t) => ({
    receiptNo: t.exposeString('receiptNo'),
    order: t.exposeID('order'),
    recorded: t.field({
      type: RecorderRef,
      resolve: ({ order }, _, context) => recorderByKey(context, order),
    }),
    message: t.string({ resolve: ({ receiptNo }) => `小票 ${receiptNo} 已经记过` }),
  }),
})

export const HoldUnknownRef = builder.objectRef<Of<'HoldUnknown'>>('HoldUnknown').implement({
  fields: (t) => ({ holdId: t.exposeID('holdId') }),
})

export const BadOrderRef = builder.objectRef<Of<'BadOrder'>>('BadOrder').implement({
  description: 'The order makes no sense: the field and what is wrong with it.',
  fields: (t) => ({ field: t.exposeString('field'), message: t.exposeString('message') }),
})
