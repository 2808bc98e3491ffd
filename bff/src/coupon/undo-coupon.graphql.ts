import { audited } from '../audited.ts'
import { forStaff } from '../graphql/auth.ts'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { staffOf } from '../graphql/context.ts'
import { checkKey, KeyReusedRef, outcomeUnion } from '../graphql/outcome.ts'
import { ManagerNeededRef, NothingToUndoRef, TooLateToUndoRef } from '../mall/counter.graphql.ts'
import type { AuditRecord } from '../model.ts'
import { readCode } from './code.ts'
import type { UndoCouponOutcome } from './undo-coupon.ts'
import { undoCoupon } from './undo-coupon.ts'
import { CouponUnknownRef } from './use-coupon.graphql.ts'

const CouponUndoneRef = builder
  .objectRef<Extract<UndoCouponOutcome, { kind: 'CouponUndone' }>>('CouponUndone')
  .implement({ fields: (t) => ({ code: t.string({ resolve: ({ coupon }) => coupon.code }) }) })

/** Of so many uses of one member, the last one of this coupon is among the latest. */
const USES_READ = 50
const NOW_OR_LATER = { at: Number.MAX_SAFE_INTEGER, id: '' }

/** The coupon, and the record of its last use. */
async function find({ stores }: Context, code: string | undefined) {
  const coupon = code === undefined ? undefined : await stores.coupon.find(code)
  if (!coupon) return { coupon, use: undefined }
  const used = ['redeemed-coupon', 'undid-coupon'] as const
  const acts = await stores.audit.ofMember(coupon.memberId, used, NOW_OR_LATER, USES_READ)
  const last: AuditRecord | undefined = acts.find(({ detail }) => detail.code === coupon.code)
  return { coupon, use: last?.action === 'redeemed-coupon' ? last : undefined }
}

builder.mutationField('undoCoupon', (t) =>
  t.field({
    description:
      'Gives a coupon back that was used up at the counter by mistake: a manager, for some minutes.',
    ...forStaff(30),
    type: outcomeUnion('UndoCouponOutcome', [
      CouponUndoneRef,
      ManagerNeededRef,
      CouponUnknownRef,
      NothingToUndoRef,
      TooLateToUndoRef,
      KeyReusedRef,
    ]),
    args: { key: t.arg.id({ required: true }), code: t.arg.string({ required: true }) },
    resolve: (_, { key, code: typed }, context) => {
      const staff = staffOf(context)
      const code = readCode(typed)
      return context.perform({
        name: 'undoCoupon',
        actor: staff.actor,
        key: checkKey(key),
        args: { code: code ?? typed },
        load: () => find(context, code),
        decide: (found, world) =>
          audited(
            undoCoupon(found, staff, world),
            {
              actor: staff.actor,
              action: 'undid-coupon',
              memberId: found.coupon?.memberId ?? null,
              detail: { shopId: staff.shopId, code: code ?? '' },
            },
            world,
          ),
      })
    },
  }),
)
