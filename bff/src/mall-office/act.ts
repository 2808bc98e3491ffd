import type { Decision, World } from '../command.ts'
import type { ItemKind, MallItem, MallStock } from '../mall/item.ts'
import { priceFor } from '../mall/price.ts'
import type { AuditRecord, Change } from '../model.ts'
import type { Program } from '../program/program.ts'
import type { ItemForm } from './item-form.ts'
import { bodyOf } from './item-form.ts'
import type { MallWish } from './request.ts'

/** An item as an operator's act finds it. */
export interface FoundItem {
  offer: { item: MallItem; stock: MallStock } | undefined
  /** The codes of its pool, for an act on them. */
  codes: readonly string[]
}

export type ActRefused =
  | { kind: 'MallItemUnknown'; itemId: string }
  | { kind: 'MallItemExists'; itemId: string }
  | { kind: 'MallItemDiffers'; version: number }
  | { kind: 'StockTooLow'; left: number }
  | { kind: 'StockByCodes' }
  | { kind: 'CodesKnown'; codes: readonly string[] }
  | { kind: 'KindFixed'; itemKind: ItemKind }

export type ActOutcome =
  | { kind: 'MallItemSaved'; itemId: string }
  | { kind: 'MallChangeRequested'; requestId: string; costFen: number }
  | ActRefused

/** A version that no item has: the wish is for a new one. */
export const NEW = 0

/**
 * What an operator's act on the mall comes to. What may cost the brand more than one person decides
 * becomes a request (A2). Refusals, in order: `MallItemExists`, `MallItemUnknown`,
 * `MallItemDiffers`, `KindFixed`; `StockByCodes` (a partner's), `StockTooLow`; `CodesKnown`.
 */
export function act(
  found: FoundItem,
  wish: MallWish,
  staffId: string,
  world: World,
): Decision<ActOutcome> {
  const refused = refusal(found, wish)
  if (refused) return { outcome: refused, changes: [] }
  const program = world.program.body
  const costFen = costOf(found, wish, program)
  const { approvalCostFen, approvalWithinMs } = program.mall
  if (costFen <= approvalCostFen && !saysItCostsLess(found, wish))
    return carryOut(found, wish, staffId, world)
  const request = {
    ...{ id: world.newId(), wish, payloadHash: world.digest(JSON.stringify(wish)), costFen },
    ...{ staffId, at: world.now, expiresAt: world.now + approvalWithinMs },
    ...({ state: 'requested', decidedBy: null, decidedAt: null } as const),
  }
  const detail = { itemId: wish.itemId, wish: wish.kind, costFen, requestId: request.id }
  return {
    outcome: { kind: 'MallChangeRequested', requestId: request.id, costFen },
    changes: [
      { kind: 'mall-change-requested', request },
      record('requested-mall-change', staffId, detail, world),
    ],
  }
}

/** Does what was wished for, or refuses as `act` does. */
export function carryOut(
  found: FoundItem,
  wish: MallWish,
  staffId: string,
  world: World,
): { outcome: Exclude<ActOutcome, { kind: 'MallChangeRequested' }>; changes: readonly Change[] } {
  const refused = refusal(found, wish)
  if (refused) return { outcome: refused, changes: [] }
  const { itemId } = wish
  const outcome = { kind: 'MallItemSaved', itemId } as const
  switch (wish.kind) {
    case 'save': {
      const { changes, changed } = saved(found.offer?.item, itemId, wish.item)
      const detail = { itemId, changed }
      return { outcome, changes: [...changes, record('saved-mall-item', staffId, detail, world)] }
    }
    case 'stock': {
      const { count, reason } = wish
      const kind = count > 0 ? 'stock-received' : 'stock-removed'
      const detail = { itemId, count, reason }
      return {
        outcome,
        changes: [
          { kind, itemId, count: Math.abs(count) },
          record('changed-mall-stock', staffId, detail, world),
        ],
      }
    }
    case 'codes': {
      const first = found.codes.length + 1
      const detail = { itemId, count: wish.codes.length }
      return {
        outcome,
        changes: [
          ...wish.codes.map((code, i): Change => {
            return {
              kind: 'code-pooled',
              code: { itemId, nth: first + i, code, redemptionId: null },
            }
          }),
          { kind: 'stock-received', itemId, count: wish.codes.length },
          record('added-mall-codes', staffId, detail, world),
        ],
      }
    }
  }
}

function refusal({ offer, codes }: FoundItem, wish: MallWish): ActRefused | undefined {
  const { itemId } = wish
  if (wish.kind === 'save' && wish.version === NEW)
    return offer ? { kind: 'MallItemExists', itemId } : undefined
  if (!offer) return { kind: 'MallItemUnknown', itemId }
  const { item, stock } = offer
  switch (wish.kind) {
    case 'save':
      if (item.version !== wish.version) return { kind: 'MallItemDiffers', version: item.version }
      // What there is of it is things, or codes: one cannot become the other.
      return item.kind !== wish.item.kind && stock.received > 0
        ? { kind: 'KindFixed', itemKind: item.kind }
        : undefined
    case 'stock':
      if (item.kind === 'partner') return { kind: 'StockByCodes' }
      return stock.left + wish.count < 0 ? { kind: 'StockTooLow', left: stock.left } : undefined
    case 'codes': {
      if (item.kind !== 'partner') return { kind: 'StockByCodes' }
      const known = wish.codes.filter((code) => codes.includes(code))
      return known.length > 0 ? { kind: 'CodesKnown', codes: known } : undefined
    }
  }
}

/** What a wish may cost the brand (fen): what it puts on the shelf, or gives for less than before. */
function costOf({ offer }: FoundItem, wish: MallWish, program: Program): number {
  if (!offer) return 0
  const { item, stock } = offer
  switch (wish.kind) {
    case 'stock':
      return Math.max(0, wish.count) * item.costFen
    case 'codes':
      return wish.codes.length * item.costFen
    case 'save': {
      const eachFen = Math.max(item.costFen, wish.item.costFen)
      return isCheaper(item, bodyOf(wish.item), program) ? stock.left * eachFen : 0
    }
  }
}

/** A lower cost would make everything after it seem cheap: saying so takes two, whatever it is. */
const saysItCostsLess = ({ offer }: FoundItem, wish: MallWish): boolean =>
  wish.kind === 'save' && offer !== undefined && wish.item.costFen < offer.item.costFen

type Priced = Parameters<typeof priceFor>[0]

/** A month with every day that a member day can be. */
const DAYS = Array.from({ length: 31 }, (_, n) => `2026-01-${String(n + 1).padStart(2, '0')}`)

/** Whether anybody, on any day, would pay less than before. */
function isCheaper(before: Priced, after: Priced, program: Program): boolean {
  const whose = [null, ...program.tiers.map(({ id }) => id)]
  return DAYS.some((day) =>
    whose.some((tierId) => {
      const was = priceFor(before, { tierId, day, program })
      const is = priceFor(after, { tierId, day, program })
      return is.points < was.points || is.cashFen < was.cashFen
    }),
  )
}

function saved(
  before: MallItem | undefined,
  id: string,
  form: ItemForm,
): { changes: Change[]; changed: readonly string[] } {
  const body = bodyOf(form)
  if (!before) {
    const item: MallItem = { id, version: 1, priceVersion: 1, state: 'draft', ...body }
    const stock = { itemId: id, received: 0, left: 0 }
    return {
      changes: [
        { kind: 'mall-item-added', item },
        { kind: 'stock-opened', stock },
      ],
      changed: ['new'],
    }
  }
  const changed = Object.entries(body).flatMap(([field, value]) => {
    const [was, is] = [JSON.stringify(before[field as keyof typeof body]), JSON.stringify(value)]
    return was === is ? [] : [`${field}: ${was} → ${is}`]
  })
  const isPriceChanged = changed.some((each) => /^(price|tierPrices|memberDayPrice):/.test(each))
  const after: MallItem = {
    ...before,
    ...body,
    version: before.version + 1,
    priceVersion: before.priceVersion + (isPriceChanged ? 1 : 0),
  }
  return { changes: [{ kind: 'mall-item-changed', before, after }], changed }
}

/** Puts an item on the shelf, or takes it off. Refusals: `MallItemUnknown`. */
export function switchItem(
  offer: FoundItem['offer'],
  { itemId, listed }: { itemId: string; listed: boolean },
  staffId: string,
  world: World,
): Decision<Extract<ActOutcome, { kind: 'MallItemSaved' | 'MallItemUnknown' }>> {
  if (!offer) return { outcome: { kind: 'MallItemUnknown', itemId }, changes: [] }
  const before = offer.item
  const outcome = { kind: 'MallItemSaved', itemId } as const
  const state = listed ? 'listed' : 'withdrawn'
  if (before.state === state) return { outcome, changes: [] }
  const after: MallItem = { ...before, state, version: before.version + 1 }
  return {
    outcome,
    changes: [
      { kind: 'mall-item-changed', before, after },
      record('switched-mall-item', staffId, { itemId, state }, world),
    ],
  }
}

export const record = (
  action: AuditRecord['action'],
  staffId: string,
  detail: AuditRecord['detail'],
  { newId, now }: Pick<World, 'newId' | 'now'>,
): Change => ({
  kind: 'audit',
  record: { id: newId(), at: now, actor: `staff:${staffId}`, action, memberId: null, detail },
})
