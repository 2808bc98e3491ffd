/** The one item of the mall that a member wishes for. */
export interface Wish {
  memberId: string
  itemId: string
  at: number
}

export type WishChange =
  /** In place of a former one. */
  { kind: 'wish-set'; wish: Wish } | { kind: 'wish-cleared'; memberId: string }
