/** A deep copy that keeps classes and shared parts: what would be, without doing it. */
export function copyOf<T>(value: T, known = new Map<unknown, unknown>()): T {
  if (typeof value !== 'object' || value === null) return value
  const before = known.get(value)
  if (before) return before as T
  if (value instanceof Map || value instanceof Set) {
    const copy = value instanceof Map ? new Map() : new Set()
    known.set(value, copy)
    for (const part of value as Iterable<unknown>)
      if (copy instanceof Set) copy.add(part)
      else copy.set((part as [unknown])[0], copyOf((part as [unknown, unknown])[1], known))
    return copy as T
  }
  const copy = Array.isArray(value) ? [] : Object.create(Object.getPrototypeOf(value))
  known.set(value, copy)
  for (const [name, part] of Object.entries(value)) copy[name] = copyOf(part, known)
  return copy
}
