import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
let open = false

function set(next: boolean): void {
  open = next
  for (const listener of listeners) listener()
}

/** Opens the sign-in sheet of the page in front, from wherever a member is needed. */
export const askToSignIn = () => set(true)

export const closeSignIn = () => set(false)

export function useSignInAsked(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => open,
  )
}
