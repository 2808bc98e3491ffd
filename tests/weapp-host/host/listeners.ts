import { fault } from './record.ts'

export type Listener = (event: unknown) => void

const listeners = new Map<string, Set<Listener>>()

/** The listeners of one kind of event, for instance `ThemeChange`. */
function of(kind: string): Set<Listener> {
  const known = listeners.get(kind) ?? new Set()
  listeners.set(kind, known)
  return known
}

export function listen(kind: string, listener: Listener): void {
  of(kind).add(listener)
}

/** Removes one listener, or all of them when none is named. */
export function unlisten(kind: string, listener?: Listener): void {
  if (listener) of(kind).delete(listener)
  else of(kind).clear()
}

export const isHeard = (kind: string): boolean => of(kind).size > 0

export function emit(kind: string, event: unknown): void {
  for (const listener of [...of(kind)]) {
    try {
      listener(event)
    } catch (error) {
      fault(error)
    }
  }
}
