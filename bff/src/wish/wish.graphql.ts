import { businessDay } from '@evergreen/shared/day.ts'
import { forMember } from '../graphql/auth.ts'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { memberOf, showMe } from '../graphql/context.ts'
import { checkKey, KeyReusedRef, outcomeUnion } from '../graphql/outcome.ts'
import { earningWays } from '../mall/earning-ways.ts'
import type { ShownItem } from '../mall/item.graphql.ts'
import { lookerOf, MallItemRef } from '../mall/item.graphql.ts'
import { EarningWayRef, ItemUnknownRef } from '../mall/refusals.graphql.ts'
import { MemberRef } from '../member/member.graphql.ts'
import type { MemberState } from '../model.ts'
import { termsFor } from '../settle/terms.ts'
import type { Lived } from './ahead.ts'
import type { Wished, WishPlan } from './plan.ts'
import { PLAN_DAYS, planFor } from './plan.ts'
import type { Ending, Rescue } from './rescue.ts'
import { endingSoon, rescues } from './rescue.ts'
import { clearWish, setWish } from './set-wish.ts'

const WishStepKindRef = builder.enumType('WishStepKind', {
  values: {
    CHECK_IN: { value: 'check-in' },
    JOIN: { value: 'join' },
    CLAIM: { value: 'claim' },
    ARRIVES: { value: 'arrives', description: 'Points that come by themselves.' },
  } satisfies Record<string, { value: Lived['kind']; description?: string }>,
})

const WishStepRef = builder.objectRef<Lived & { title: string }>('WishStep').implement({
  fields: (t) => ({
    day: t.expose('day', { type: 'Day' }),
    kind: t.field({ type: WishStepKindRef, resolve: ({ kind }) => kind }),
    title: t.exposeString('title'),
    points: t.expose('points', { type: 'Amount', description: 'Points that it brings.' }),
  }),
})

const WishPlanRef = builder
  .objectRef<{ plan: WishPlan; member: MemberState }>('WishPlan')
  .implement({
    description:
      'What a member can do by themself to have it on the earliest day, under the rules of now.',
    fields: (t) => ({
      reachedOn: t.field({ type: 'Day', resolve: ({ plan }) => plan.reachedOn }),
      inDays: t.int({ resolve: ({ plan }) => plan.inDays }),
      steps: t.field({
        type: [WishStepRef],
        resolve: ({ plan, member }, _, { book }) => {
          const { rules } = termsFor(member, book, plan.reachedOn)
          const nameOf = (id: string | null) => rules.find((rule) => rule.id === id)?.name ?? ''
          return plan.steps.map((step) => ({ ...step, title: titleOf(step, nameOf) }))
        },
      }),
    }),
  })

function titleOf({ kind, taskId }: Lived, nameOf: (id: string | null) => string): string {
  switch (kind) {
    case 'check-in':
      return '签到'
    case 'join':
      return `参加「${nameOf(taskId)}」`
    case 'claim':
      return `领取「${nameOf(taskId)}」`
    case 'arrives':
      return '积分到账'
  }
}

interface ShownWish {
  shown: ShownItem
  wished: Wished
  member: MemberState
}

const WishRef = builder.objectRef<ShownWish>('Wish').implement({
  fields: (t) => ({
    item: t.field({ type: MallItemRef, resolve: ({ shown }) => shown }),
    plan: t.field({
      type: WishPlanRef,
      nullable: true,
      description: 'Null when it takes more than `withinDays`, or something only others bring.',
      resolve: async ({ wished, member }, _, context) => {
        const plan = planFor(member, wished, await context.moment())
        return plan ? { plan, member } : null
      },
    }),
    withinDays: t.int({ resolve: () => PLAN_DAYS }),
    ways: t.field({
      type: [EarningWayRef],
      description: 'What would make it sooner.',
      resolve: ({ member }, _, { book, now }) => earningWays(member, book, businessDay(now())),
    }),
  }),
})

const RescueRef = builder.objectRef<Rescue & { shown: ShownItem }>('Rescue').implement({
  fields: (t) => ({
    item: t.field({ type: MallItemRef, resolve: ({ shown }) => shown }),
    saves: t.expose('saves', {
      type: 'Amount',
      description: 'How many of the points that end soon it would take.',
    }),
    from: t.expose('from', { type: 'Day', description: 'When it can be had.' }),
  }),
})

const ExpiryRescueRef = builder
  .objectRef<{ ending: Ending; found: (Rescue & { shown: ShownItem })[] }>('ExpiryRescue')
  .implement({
    description: 'Points that end within thirty days, and what they can still become (P3).',
    fields: (t) => ({
      points: t.field({ type: 'Amount', resolve: ({ ending }) => ending.points }),
      until: t.field({
        type: 'Day',
        description: 'The day the last of them end.',
        resolve: ({ ending }) => ending.until,
      }),
      items: t.field({ type: [RescueRef], resolve: ({ found }) => found }),
    }),
  })

const LISTED_MAX = 500

async function shownItem(context: Context, itemId: string): Promise<ShownItem | undefined> {
  const [offer, looker] = await Promise.all([
    context.stores.mallItem.find(itemId),
    lookerOf(context),
  ])
  return offer?.item.state === 'listed' ? { ...offer, looker: looker?.(itemId) } : undefined
}

const wishedOf = ({ item, stock, looker }: ShownItem): Wished => ({
  ...{ item, stock, earlier: looker?.earlier ?? [] },
})

builder.objectFields(MemberRef, (t) => ({
  wish: t.field({
    type: WishRef,
    nullable: true,
    description: 'The item that is pinned, as long as it is on offer.',
    resolve: async (member, _, context) => {
      const wish = await context.stores.wish.ofMember(member.id)
      const shown = wish && (await shownItem(context, wish.itemId))
      return shown ? { shown, wished: wishedOf(shown), member } : null
    },
  }),
  expiryRescue: t.field({
    type: ExpiryRescueRef,
    nullable: true,
    description: 'Null when no points end within thirty days.',
    resolve: async (member, _, context) => {
      const moment = await context.moment()
      const ending = endingSoon(member, moment)
      if (!ending) return null
      const [offers, looker] = await Promise.all([
        context.stores.mallItem.inState('listed', LISTED_MAX),
        lookerOf(context),
      ])
      const shown = new Map(
        offers.map((offer) => [offer.item.id, { ...offer, looker: looker?.(offer.item.id) }]),
      )
      const found = rescues(member, [...shown.values()].map(wishedOf), ending, moment)
      return {
        ending,
        found: found.flatMap((rescue) => {
          const item = shown.get(rescue.wished.item.id)
          return item ? [{ ...rescue, shown: item }] : []
        }),
      }
    },
  }),
}))

const WishSetRef = builder.objectRef<{ kind: 'WishSet' }>('WishSet').implement({
  fields: (t) => ({
    me: t.field({ type: MemberRef, resolve: (_, __, context) => showMe(context) }),
  }),
})

builder.mutationField('setWish', (t) =>
  t.field({
    description: 'Pins one item of the mall, in place of a former one; without an item, none.',
    ...forMember(30),
    type: outcomeUnion('SetWishOutcome', [WishSetRef, ItemUnknownRef, KeyReusedRef]),
    args: { key: t.arg.id({ required: true }), itemId: t.arg.id() },
    resolve: (_, { key, ...args }, context) => {
      const { memberId, actor } = memberOf(context)
      const itemId = args.itemId ?? null
      return context.perform({
        name: 'setWish',
        actor,
        key: checkKey(key),
        args: { itemId },
        load: async () => {
          const [offer, wish] = await Promise.all([
            itemId === null ? undefined : context.stores.mallItem.find(itemId),
            context.stores.wish.ofMember(memberId),
          ])
          return { item: offer?.item, wish }
        },
        decide: ({ item, wish }, world) =>
          itemId === null ? clearWish(wish) : setWish({ memberId, itemId }, item, world),
      })
    },
  }),
)
