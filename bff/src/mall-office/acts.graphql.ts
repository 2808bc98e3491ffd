import { forOperator } from '../graphql/auth.ts'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { staffOf } from '../graphql/context.ts'
import { checkKey, KeyReusedRef, outcomeUnion } from '../graphql/outcome.ts'
import { badInput, checkText } from '../graphql/refusals.ts'
import type { FoundItem } from './act.ts'
import { act, NEW, switchItem } from './act.ts'
import { readItem } from './item-form.ts'
import {
  actRefusals,
  MallChangeRequestedRef,
  MallItemSavedRef,
  MallItemUnknownRef,
} from './outcomes.graphql.ts'
import type { MallWish } from './request.ts'

const BadMallItemRef = builder
  .objectRef<{ kind: 'BadMallItem'; problems: readonly string[] }>('BadMallItem')
  .implement({
    description: 'Nothing was saved; each problem names its field.',
    fields: (t) => ({
      problems: t.stringList({ resolve: ({ problems }) => [...problems] }),
    }),
  })

const outcomes = [MallItemSavedRef, MallChangeRequestedRef, ...actRefusals, KeyReusedRef] as const

/** An item as an act finds it, with its pool when that matters. */
export async function findItem({ stores }: Context, wish: MallWish): Promise<FoundItem> {
  const [offer, pool] = await Promise.all([
    stores.mallItem.find(wish.itemId),
    wish.kind === 'codes' ? stores.mallItem.pool(wish.itemId) : [],
  ])
  return { offer, codes: pool.map(({ code }) => code) }
}

function perform(context: Context, name: string, key: string, wish: MallWish) {
  const { actor, staffId } = staffOf(context)
  return context.perform({
    name,
    actor,
    key: checkKey(key),
    args: { ...wish },
    load: () => findItem(context, wish),
    decide: (found, world) => act(found, wish, staffId, world),
  })
}

const CODES_MAX = 1_000
const COUNT_MAX = 1_000_000

function checkCodes(given: readonly string[]): string[] {
  const codes = given.map((code) => code.trim())
  if (codes.length < 1 || codes.length > CODES_MAX) throw badInput('codes', `1 to ${CODES_MAX}`)
  const wrong = codes.findIndex((code) => !/^\S{4,64}$/.test(code))
  if (wrong >= 0) throw badInput(`codes.${wrong}`, '4 to 64 characters without spaces')
  const twice = codes.findIndex((code, i) => codes.indexOf(code) < i)
  if (twice >= 0) throw badInput(`codes.${twice}`, 'stands there twice')
  return codes
}

builder.mutationFields((t) => ({
  saveMallItem: t.field({
    description:
      'Saves an item’s terms; version 0 makes a new one, as a draft. Prices that were lowered raise what members were quoted. `item` is JSON.',
    ...forOperator(60),
    type: outcomeUnion('SaveMallItemOutcome', [BadMallItemRef, ...outcomes]),
    args: {
      key: t.arg.id({ required: true }),
      id: t.arg.id({ required: true, description: 'a–z, 0–9 and hyphens, at most 40.' }),
      version: t.arg.int({ required: true, description: 'The one it was written from.' }),
      item: t.arg.string({ required: true }),
    },
    resolve: async (_, { key, id: itemId, version, item: written }, context) => {
      if (!/^[a-z0-9][a-z0-9-]{0,39}$/.test(itemId)) throw badInput('id', 'is a–z, 0–9, hyphens')
      if (version < NEW) throw badInput('version', '0 or more')
      const shops = (await context.stores.staff.shops()).map(({ id }) => id)
      const read = readItem(written, context.program.body, shops)
      if ('problems' in read) return { kind: 'BadMallItem' as const, problems: read.problems }
      return perform(context, 'saveMallItem', key, {
        ...{ kind: 'save', itemId, version, item: read.item },
      })
    },
  }),
  switchMallItem: t.field({
    description: 'Puts an item on the shelf, or takes it off.',
    ...forOperator(60),
    type: outcomeUnion('SwitchMallItemOutcome', [
      MallItemSavedRef,
      MallItemUnknownRef,
      KeyReusedRef,
    ]),
    args: {
      key: t.arg.id({ required: true }),
      id: t.arg.id({ required: true }),
      listed: t.arg.boolean({ required: true }),
    },
    resolve: (_, { key, id: itemId, listed }, context) => {
      const { actor, staffId } = staffOf(context)
      return context.perform({
        name: 'switchMallItem',
        actor,
        key: checkKey(key),
        args: { itemId, listed },
        load: () => context.stores.mallItem.find(itemId),
        decide: (offer, world) => switchItem(offer, { itemId, listed }, staffId, world),
      })
    },
  }),
  changeMallStock: t.field({
    description: 'Adds to what is on the shelf, or takes off what was broken or counted wrongly.',
    ...forOperator(60),
    type: outcomeUnion('ChangeMallStockOutcome', outcomes),
    args: {
      key: t.arg.id({ required: true }),
      id: t.arg.id({ required: true }),
      count: t.arg.int({ required: true, description: 'Below 0 takes off.' }),
      reason: t.arg.string({ required: true }),
    },
    resolve: (_, { key, id: itemId, count, ...args }, context) => {
      if (count === 0 || Math.abs(count) > COUNT_MAX) throw badInput('count', `1 to ${COUNT_MAX}`)
      const reason = checkText('reason', args.reason)
      return perform(context, 'changeMallStock', key, {
        ...{ kind: 'stock', itemId, count, reason },
      })
    },
  }),
  addMallCodes: t.field({
    description: 'Adds codes to a partner’s pool; they are handed out in this order.',
    ...forOperator(60),
    type: outcomeUnion('AddMallCodesOutcome', outcomes),
    args: {
      key: t.arg.id({ required: true }),
      id: t.arg.id({ required: true }),
      codes: t.arg.stringList({ required: true, description: '1 to 1,000.' }),
    },
    resolve: (_, { key, id: itemId, codes }, context) =>
      perform(context, 'addMallCodes', key, {
        ...{ kind: 'codes', itemId, codes: checkCodes(codes) },
      }),
  }),
}))
