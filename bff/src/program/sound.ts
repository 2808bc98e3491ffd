export const AMOUNT_MAX = 1_000_000
export const FEN_MAX = 100_000_000
export const TIMES_BP_MAX = 100_000
export const WHOLE_BP = 10_000

/** A problem when a value is no whole number within bounds. */
export const wholeIn = (at: string, value: number, min: number, max: number): string[] =>
  Number.isSafeInteger(value) && value >= min && value <= max
    ? []
    : [`${at}: must be a whole number from ${min} to ${max}, is ${value}`]

/** A problem for each id that no row has. */
export const unknown = (
  at: string,
  what: string,
  ids: readonly string[],
  rows: readonly { id: string }[],
): string[] =>
  ids
    .filter((id) => !rows.some((row) => row.id === id))
    .map((id) => `${at}: there is no ${what} ${id}`)
