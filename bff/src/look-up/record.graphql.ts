import type { ResolveCursorConnectionArgs } from '@pothos/plugin-relay'
import { resolveCursorConnection } from '@pothos/plugin-relay'
import type { AuditPlace } from '../audit/audit.store.ts'
import { builder } from '../graphql/builder.ts'
import { badInput } from '../graphql/refusals.ts'
import { MemberRef } from '../member/member.graphql.ts'
import type { AuditRecord } from '../model.ts'
import type { Look } from './look-up.ts'
import type { Objection } from './objection.ts'
import { looks } from './objection.ts'
import { UnmaskReasonRef } from './unmask.graphql.ts'
import type { UnmaskReason } from './unmask.ts'

const LookUpHowRef = builder.enumType('LookUpHow', {
  values: {
    QR: { value: 'qr' },
    SHORT_CODE: { value: 'short-code' },
    PHONE: { value: 'phone', description: 'By the whole phone number.' },
    UNMASKED: { value: 'unmasked', description: 'The name in full, after a look-up.' },
  } satisfies Record<string, { value: Look['how'] | 'unmasked'; description?: string }>,
})

interface ShownLook {
  record: AuditRecord
  objection: Objection | undefined
}

const LookUpRef = builder.objectRef<ShownLook>('LookUp').implement({
  description: 'One look at a member, or at their name.',
  fields: (t) => ({
    id: t.id({ resolve: ({ record }) => record.id }),
    at: t.field({ type: 'Time', resolve: ({ record }) => record.at }),
    shopName: t.string({ resolve: ({ record }) => String(record.detail.shopName) }),
    staffName: t.string({ resolve: ({ record }) => String(record.detail.staffName) }),
    how: t.field({
      type: LookUpHowRef,
      resolve: ({ record: { action, detail } }) =>
        action === 'unmasked-member' ? 'unmasked' : (detail.how as Look['how']),
    }),
    reason: t.field({
      type: UnmaskReasonRef,
      nullable: true,
      description: 'Why the name was shown in full.',
      resolve: ({ record: { action, detail } }) =>
        action === 'unmasked-member' ? (detail.reason as UnmaskReason) : null,
    }),
    seen: t.stringList({
      description: 'What was shown.',
      resolve: ({ record: { detail } }) =>
        Array.isArray(detail.seen) ? detail.seen.map(String) : [],
    }),
    objectedAt: t.field({
      type: 'Time',
      nullable: true,
      description: 'When the member said that it was not right.',
      resolve: ({ objection }) => objection?.at ?? null,
    }),
  }),
})

const PAGE_MAX = 50
const NOW_OR_LATER: AuditPlace = { at: Number.MAX_SAFE_INTEGER, id: '' }

builder.objectField(MemberRef, 'lookUps', (t) =>
  t.connection({
    type: LookUpRef,
    description: 'Who looked me up, newest first; read forwards.',
    resolve: (member, args, { stores }) =>
      resolveCursorConnection(
        {
          args: { first: args.first, after: args.after },
          defaultSize: 20,
          maxSize: PAGE_MAX,
          toCursor: ({ record }: ShownLook) => `${record.at}:${record.id}`,
        },
        async ({ after, limit }: ResolveCursorConnectionArgs): Promise<ShownLook[]> => {
          const place = after === undefined ? NOW_OR_LATER : placeOf(after)
          const [records, objections] = await Promise.all([
            stores.audit.ofMember(member.id, looks, place, limit),
            stores.objection.ofMember(member.id),
          ])
          return records.map((record) => ({
            record,
            objection: objections.find(({ lookUpId }) => lookUpId === record.id),
          }))
        },
      ),
  }),
)

function placeOf(cursor: string): AuditPlace {
  const [, at, id] = /^(\d{1,15}):([\w-]{1,64})$/.exec(cursor) ?? []
  if (at === undefined || id === undefined) throw badInput('after', 'is no cursor of this list')
  return { at: Number(at), id }
}
