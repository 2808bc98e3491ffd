import { forMember } from '../graphql/auth.ts'
import { builder } from '../graphql/builder.ts'
import { memberOf } from '../graphql/context.ts'
import { checkKey, KeyReusedRef, outcomeUnion } from '../graphql/outcome.ts'
import { MallItemRef } from './item.graphql.ts'
import { ItemUnknownRef } from './refusals.graphql.ts'
import type { RemindOutcome } from './remind.ts'
import { remind } from './remind.ts'

const ReminderSetRef = builder
  .objectRef<Extract<RemindOutcome, { kind: 'ReminderSet' }>>('ReminderSet')
  .implement({ fields: (t) => ({ itemId: t.exposeID('itemId') }) })

const ItemAvailableRef = builder
  .objectRef<Extract<RemindOutcome, { kind: 'ItemAvailable' }>>('ItemAvailable')
  .implement({ fields: (t) => ({ itemId: t.exposeID('itemId') }) })

builder.objectFields(MallItemRef, (t) => ({
  isReminded: t.boolean({
    description: 'Whether the member who asks will hear when it is there again.',
    resolve: ({ item }, _, { principal, stores }) =>
      principal.kind === 'member' && stores.reminder.isSet(item.id, principal.memberId),
  }),
  reminderTemplate: t.string({
    nullable: true,
    description: 'The subscribe message to ask for at the tap; null where none is registered.',
    resolve: (_, __, { noticeTemplates }) => noticeTemplates.restocked ?? null,
  }),
}))

builder.mutationField('remindOfStock', (t) =>
  t.field({
    description:
      'Tells the member once when an item that is sold out is there again: by a message to which they have just said yes in the platform’s own question.',
    ...forMember(30),
    type: outcomeUnion('RemindOfStockOutcome', [
      ReminderSetRef,
      ItemUnknownRef,
      ItemAvailableRef,
      KeyReusedRef,
    ]),
    args: {
      key: t.arg.id({ required: true }),
      itemId: t.arg.id({ required: true }),
    },
    resolve: (_, { key, itemId }, context) => {
      const { memberId, actor } = memberOf(context)
      const { stores } = context
      return context.perform({
        name: 'remindOfStock',
        actor,
        key: checkKey(key),
        args: { itemId },
        load: async () => {
          const [offer, known] = await Promise.all([
            stores.mallItem.find(itemId),
            stores.reminder.isSet(itemId, memberId),
          ])
          return { offer, known }
        },
        decide: (found, world) => remind(found, { itemId, memberId }, world),
      })
    },
  }),
)
