/** A code as the phone holds it. Only durations come from the BFF: the phone's clock may be wrong. */
export interface HeldCode {
  readonly token: string
  readonly shortCode: string
  /** When it was asked for, by the phone's clock (ms): the code cannot be older than that. */
  readonly askedAt: number
  readonly refreshAfterMs: number
  readonly validForMs: number
}

/** The instant (ms, phone's clock) at which a fresh code is due. */
export const refreshesAt = (code: HeldCode): number => code.askedAt + code.refreshAfterMs

/** The instant (ms, phone's clock) from which the shop refuses the code. */
export const endsAt = (code: HeldCode): number => code.askedAt + code.validForMs

/**
 * Whether the code can still be shown. A clock that was set back makes the age negative:
 * such a code counts as ended, since nobody can tell its age.
 */
export function isAlive(code: HeldCode, now: number): boolean {
  const ageMs = now - code.askedAt
  return ageMs >= 0 && ageMs < code.validForMs
}

/** 12345678 → 1234 and 5678, as it is read out at the counter. */
export const halvesOf = (shortCode: string): readonly [string, string] => [
  shortCode.slice(0, 4),
  shortCode.slice(4),
]
