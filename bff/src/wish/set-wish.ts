import type { Decision, World } from '../command.ts'
import type { MallItem } from '../mall/item.ts'
import type { Wish } from './wish.ts'

export type SetWishOutcome =
  | { kind: 'WishSet'; itemId: string | null }
  | { kind: 'ItemUnknown'; itemId: string }

/** Pins one item, in place of a former one. Refusals: `ItemUnknown` (not on offer). */
export function setWish(
  { memberId, itemId }: Pick<Wish, 'memberId' | 'itemId'>,
  item: MallItem | undefined,
  { now }: Pick<World, 'now'>,
): Decision<SetWishOutcome> {
  if (item?.state !== 'listed') return { outcome: { kind: 'ItemUnknown', itemId }, changes: [] }
  return {
    outcome: { kind: 'WishSet', itemId },
    changes: [{ kind: 'wish-set', wish: { memberId, itemId, at: now } }],
  }
}

/** Takes the wish away; without one nothing changes. */
export const clearWish = (wish: Wish | undefined): Decision<SetWishOutcome> => ({
  outcome: { kind: 'WishSet', itemId: null },
  changes: wish ? [{ kind: 'wish-cleared', memberId: wish.memberId }] : [],
})
