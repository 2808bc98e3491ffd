import type { IdentityKind } from '../record.ts'

/** A member who wants to leave. Once it is closed, the row is all that says so. */
export interface Closure {
  memberId: string
  requestedAt: number
  /** From this instant (ms) on it is closed, as soon as nothing waits to be handed over. */
  closesAt: number
  /** Null while it can be taken back. */
  closedAt: number | null
  /** The head of the member's chain of entries when it was closed. */
  chainHead: string | null
}

export type ClosureChange =
  | { kind: 'closure-requested'; closure: Closure }
  | { kind: 'closure-cancelled'; memberId: string }
  | { kind: 'closure-done'; memberId: string; at: number; chainHead: string }
  /** What says who the member is goes; what happened stays, under an id that names nobody. */
  | {
      kind: 'member-erased'
      memberId: string
      identities: readonly { identity: IdentityKind; subject: string }[]
    }
