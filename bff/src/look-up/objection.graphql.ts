import { forEmployee, forMember } from '../graphql/auth.ts'
import { builder } from '../graphql/builder.ts'
import { memberOf, staffOf } from '../graphql/context.ts'
import { checkKey, KeyReusedRef, outcomeUnion } from '../graphql/outcome.ts'
import { badInput } from '../graphql/refusals.ts'
import type { AuditRecord } from '../model.ts'
import type { ObjectOutcome } from './object.ts'
import { objectToLookUp } from './object.ts'
import type { Objection } from './objection.ts'

type Of<K> = Extract<ObjectOutcome, { kind: K }>

const LookUpObjectedRef = builder.objectRef<Of<'LookUpObjected'>>('LookUpObjected').implement({
  fields: (t) => ({
    lookUpId: t.exposeID('lookUpId'),
    at: t.expose('at', { type: 'Time' }),
  }),
})

const NoSuchLookUpRef = builder
  .objectRef<Of<'NoSuchLookUp'>>('NoSuchLookUp')
  .implement({ fields: (t) => ({ message: t.string({ resolve: () => '没有这条记录' }) }) })

const AlreadyObjectedRef = builder
  .objectRef<Of<'AlreadyObjected'>>('AlreadyObjected')
  .implement({ fields: (t) => ({ at: t.expose('at', { type: 'Time' }) }) })

const WORDS_MAX = 200

builder.mutationField('objectToLookUp', (t) =>
  t.field({
    description: 'Says that a look at oneself was not right; a person reads it (Y2).',
    ...forMember(10),
    type: outcomeUnion('ObjectToLookUpOutcome', [
      LookUpObjectedRef,
      NoSuchLookUpRef,
      AlreadyObjectedRef,
      KeyReusedRef,
    ]),
    args: {
      key: t.arg.id({ required: true }),
      id: t.arg.id({ required: true }),
      words: t.arg.string({ description: 'At most 200 characters.' }),
    },
    resolve: (_, { key, id, ...args }, context) => {
      const { memberId, actor } = memberOf(context)
      const { stores } = context
      const words = args.words?.trim() ?? ''
      if (words.length > WORDS_MAX) throw badInput('words', `at most ${WORDS_MAX} characters`)
      return context.perform({
        name: 'objectToLookUp',
        actor,
        key: checkKey(key),
        args: { id, words },
        load: async () => {
          const [record, earlier] = await Promise.all([
            stores.audit.find(id),
            stores.objection.find(id),
          ])
          return { record, earlier }
        },
        decide: (found, world) => objectToLookUp(found, { memberId, words }, world),
      })
    },
  }),
)

interface ShownObjection extends Objection {
  record: AuditRecord
}

const LookUpObjectionRef = builder.objectRef<ShownObjection>('LookUpObjection').implement({
  description: 'A look that the member objects to; it names the staff, not the member.',
  fields: (t) => ({
    lookUpId: t.exposeID('lookUpId'),
    at: t.expose('at', { type: 'Time' }),
    words: t.exposeString('words'),
    lookedAt: t.field({ type: 'Time', resolve: ({ record }) => record.at }),
    staffName: t.string({ resolve: ({ record }) => String(record.detail.staffName) }),
    shopName: t.string({ resolve: ({ record }) => String(record.detail.shopName) }),
  }),
})

const SHOWN_MAX = 100

builder.queryField('lookUpObjections', (t) =>
  t.field({
    description:
      'Looks that members object to, of the newest 100: those of their shop for a manager, all for an operator, none for other staff.',
    ...forEmployee(),
    type: [LookUpObjectionRef],
    resolve: async (_, __, context) => {
      const { role, shopId } = staffOf(context)
      const { stores } = context
      if (role === 'staff') return []
      const objections = await stores.objection.newest(SHOWN_MAX)
      const shown = await Promise.all(
        objections.map(async (objection) => ({
          ...objection,
          record: await stores.audit.find(objection.lookUpId),
        })),
      )
      return shown.flatMap(({ record, ...objection }) =>
        record && (role === 'operator' || record.detail.shopId === shopId)
          ? { ...objection, record }
          : [],
      )
    },
  }),
)
