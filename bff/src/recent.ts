/**
 * Answers what was read no longer ago than `forMs`; else it is read again, once for all who ask
 * meanwhile. What failed is not kept.
 */
export function recent<Value>(
  forMs: number,
  read: () => Promise<Value>,
): (now: number) => Promise<Value> {
  let known: { value: Promise<Value>; at: number } | undefined
  return (now) => {
    if (known && Math.abs(now - known.at) < forMs) return known.value
    const value = read()
    known = { value, at: now }
    value.catch(() => {
      if (known?.value === value) known = undefined
    })
    return value
  }
}
