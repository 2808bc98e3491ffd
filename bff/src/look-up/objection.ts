/** A member says that a look at them was not right (Y2). */
export interface Objection {
  /** The look they mean. */
  lookUpId: string
  memberId: string
  words: string
  at: number
}

export type ObjectionChange =
  | { kind: 'look-up-objected'; objection: Objection }
  /** With all else that a member who left has said. */
  | { kind: 'objection-erased'; lookUpId: string }

/** What a member reads about: the looks at their card, and at their name. */
export const looks = ['looked-up-member', 'unmasked-member'] as const
