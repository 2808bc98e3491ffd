import type { ItemForm } from './item-form.ts'

/** What an operator wants to do to an item. */
export type MallWish =
  /** As it is to be; `version` is the one it was written from. */
  | { kind: 'save'; itemId: string; version: number; item: ItemForm }
  | { kind: 'stock'; itemId: string; count: number; reason: string }
  | { kind: 'codes'; itemId: string; codes: readonly string[] }

/** A wish that costs more than one person may decide, and waits for a second one. */
export interface MallRequest {
  id: string
  wish: MallWish
  /** SHA-256 of the wish: what the second person agrees to. */
  payloadHash: string
  /** What it may cost the brand (fen). */
  costFen: number
  staffId: string
  at: number
  expiresAt: number
  state: 'requested' | 'approved' | 'rejected'
  decidedBy: string | null
  decidedAt: number | null
}

export interface MallDecision {
  state: 'approved' | 'rejected'
  decidedBy: string
  decidedAt: number
}

export type MallRequestChange =
  | { kind: 'mall-change-requested'; request: MallRequest }
  | { kind: 'mall-change-decided'; requestId: string; decision: MallDecision }
