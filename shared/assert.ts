/** Throws when something that must be true is not: a bug of ours, never a person's mistake. */
export function assert(condition: unknown, because: string): asserts condition {
  if (!condition) throw new Error(`assertion failed: ${because}`)
}

/** Ends an exhaustive switch; a new member of the union then fails to compile here. */
export function never(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`)
}
