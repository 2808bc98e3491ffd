import type { AuditRecord } from '../model.ts'

/** Serving takes longer than looking; after this the member shows a code again. */
const LOOK_UP_COUNTS_MS = 10 * 60_000

export type NotAtCounter = { kind: 'LookUpUnknown' } | { kind: 'LookUpTooOld'; lookedUpAt: number }

/**
 * Why a look-up names nobody to this staff, or nothing when it does. It has to be their own, made
 * at the shop they stand in now, in the last ten minutes. Refusals, in order: `LookUpUnknown`,
 * `LookUpTooOld`.
 */
export function notAtCounter(
  record: AuditRecord | undefined,
  staff: { actor: string; shopId: string },
  now: number,
): NotAtCounter | undefined {
  const isTheirs =
    record?.action === 'looked-up-member' &&
    record.actor === staff.actor &&
    record.detail.shopId === staff.shopId
  if (!isTheirs) return { kind: 'LookUpUnknown' }
  return now - record.at < LOOK_UP_COUNTS_MS
    ? undefined
    : { kind: 'LookUpTooOld', lookedUpAt: record.at }
}
