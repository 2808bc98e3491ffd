import { audited } from '../audited.ts'
import { forOperator } from '../graphql/auth.ts'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { staffOf } from '../graphql/context.ts'
import { checkKey, KeyReusedRef, outcomeUnion } from '../graphql/outcome.ts'
import { badInput } from '../graphql/refusals.ts'
import { orderKey } from '../order/order.ts'
import { GainsRef } from '../order/outcomes.graphql.ts'
import type { JudgedFound, JudgeOutcome, Verdict } from './judge.ts'
import { judge } from './judge.ts'
import { QuarantineDecidedRef, QuarantineRef, QuarantineUnknownRef } from './quarantine.graphql.ts'
import type { Quarantine } from './quarantine.ts'

type Of<K> = Extract<JudgeOutcome, { kind: K }>

/** What a decision about a gain depends on; the member first, so that what moves later conflicts. */
export async function loadJudged(
  stores: Context['stores'],
  memberId: string,
  seq: number,
): Promise<JudgedFound> {
  const member = await stores.member.load(memberId)
  const quarantine = await stores.quarantine.find(memberId, seq)
  const fact = quarantine?.fact
  const friend = fact && 'about' in fact ? fact.about : undefined
  const [order, invitation] = await Promise.all([
    fact?.kind === 'order-paid' ? stores.order.find(orderKey(fact.order)) : undefined,
    friend === undefined ? undefined : stores.invitation.find(friend),
  ])
  const isFriendDoubted =
    invitation?.inviterId === memberId &&
    (invitation.suspicion !== null || invitation.reason === 'unfair')
  return { member, quarantine, order, isFriendDoubted }
}

const WaitingRef = builder.objectRef<Quarantine>('QuarantineWaiting').implement({
  fields: (t) => ({
    memberId: t.exposeID('memberId'),
    signalId: t.exposeID('signalId'),
    quarantine: t.field({ type: QuarantineRef, resolve: (row) => row }),
  }),
})

const LISTED_MAX = 200

builder.queryField('quarantinesWaiting', (t) =>
  t.field({
    description: 'Whoever appealed first, then whose time runs out first; at most 200.',
    ...forOperator(60),
    type: [WaitingRef],
    resolve: (_, __, { stores }) => stores.quarantine.held(LISTED_MAX),
  }),
)

const QuarantineReleasedRef = builder
  .objectRef<Of<'QuarantineReleased'>>('QuarantineReleased')
  .implement({ fields: (t) => ({ gains: t.field({ type: GainsRef, resolve: (row) => row }) }) })

const QuarantineRejectedRef = builder
  .objectRef<Of<'QuarantineRejected'>>('QuarantineRejected')
  .implement({ fields: (t) => ({ done: t.boolean({ resolve: () => true }) }) })

const AppealNeedsAnotherRef = builder
  .objectRef<Of<'AppealNeedsAnother'>>('AppealNeedsAnother')
  .implement({
    description: 'Who rejected it does not decide about the appeal.',
    fields: (t) => ({ message: t.string({ resolve: () => '申诉需由另一位同事处理' }) }),
  })

const NOTE_MIN = 4
const NOTE_MAX = 200

function verdictOf(fair: boolean, note: string | null | undefined): Verdict {
  if (fair) return { fair }
  const words = note?.trim() ?? ''
  if (words.length < NOTE_MIN || words.length > NOTE_MAX)
    throw badInput('note', `${NOTE_MIN} to ${NOTE_MAX} characters that the member reads`)
  return { fair, note: words }
}

builder.mutationField('judgeQuarantine', (t) =>
  t.field({
    description: 'Decides about a gain that is looked at: it counts, or the member reads why not.',
    ...forOperator(60),
    type: outcomeUnion('JudgeQuarantineOutcome', [
      QuarantineReleasedRef,
      QuarantineRejectedRef,
      QuarantineUnknownRef,
      QuarantineDecidedRef,
      AppealNeedsAnotherRef,
      KeyReusedRef,
    ]),
    args: {
      key: t.arg.id({ required: true }),
      memberId: t.arg.id({ required: true }),
      seq: t.arg.int({ required: true }),
      fair: t.arg.boolean({ required: true }),
      note: t.arg.string({ description: 'With a rejection: 4 to 200 characters.' }),
    },
    resolve: (_, { key, memberId, seq, fair, note }, context) => {
      const { actor } = staffOf(context)
      const verdict = verdictOf(fair, note)
      return context.perform({
        name: 'judgeQuarantine',
        actor,
        key: checkKey(key),
        args: { memberId, seq, verdict },
        load: () => loadJudged(context.stores, memberId, seq),
        decide: (found, world) =>
          audited(
            judge(found, verdict, actor, world),
            { actor, action: 'judged-quarantine', memberId, detail: { seq, fair } },
            world,
          ),
      })
    },
  }),
)
