/** Chance that can be repeated: the same seed gives the same numbers (mulberry32). */
export function seededChance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** How one kind of member lives with the programme: chances are per day. */
export interface Habit {
  name: string
  /** The part of all members who live so. */
  share: number
  checkIn: number
  order: number
  /** What one order is worth (fen): from, to. */
  spends: readonly [number, number]
  online: number
  refund: number
  read: number
  comment: number
  liked: number
  review: number
  redeem: number
  /** Of being gone for good after a day. */
  leave: number
}

const quiet = { refund: 0.03, online: 0.3, liked: 0, leave: 0.002 }

export const habits: readonly Habit[] = [
  {
    ...quiet,
    name: 'casual',
    share: 0.68,
    checkIn: 0.1,
    order: 0.025,
    spends: [1_500, 6_000],
    read: 0.03,
    comment: 0.01,
    review: 0.003,
    redeem: 0.01,
  },
  {
    ...quiet,
    name: 'regular',
    share: 0.2,
    checkIn: 0.45,
    order: 0.08,
    spends: [1_800, 9_000],
    read: 0.12,
    comment: 0.05,
    liked: 0.1,
    review: 0.02,
    redeem: 0.02,
    leave: 0.0007,
  },
  {
    ...quiet,
    name: 'devoted',
    share: 0.06,
    checkIn: 0.92,
    order: 0.35,
    spends: [2_000, 18_000],
    read: 0.4,
    comment: 0.2,
    liked: 0.6,
    review: 0.08,
    redeem: 0.04,
    leave: 0.0002,
  },
  {
    ...quiet,
    name: 'visitor',
    share: 0.06,
    checkIn: 0.3,
    order: 0.01,
    spends: [900, 3_000],
    read: 0,
    comment: 0,
    review: 0,
    redeem: 0,
    leave: 0.08,
  },
]

/** The habit of the n-th member: shares are kept for any number of members. */
export function habitOf(chance: () => number): Habit {
  let left = chance()
  for (const habit of habits) {
    if (left < habit.share) return habit
    left -= habit.share
  }
  return habits[0] as Habit
}
