import type { Decision, World } from '../command.ts'
import type { AuditRecord } from '../model.ts'
import type { ServiceKey } from '../systems.ts'

/** A till, a shop system or another machine of the brand that asks under a key of its own. */

/** Two, so that a new key can be in use before the old one is retired. */
export const ACTIVE_KEYS_MAX = 2
export const KEY_NAME_LENGTH_MAX = 40

export type CreateServiceKeyOutcome =
  | { kind: 'ServiceKeyCreated'; serviceKey: ServiceKey }
  | { kind: 'ShopUnknown' }
  | { kind: 'TooManyServiceKeys'; activeMax: number }

export type RetireServiceKeyOutcome =
  | { kind: 'ServiceKeyRetired'; serviceKey: ServiceKey }
  | { kind: 'ServiceKeyUnknown' }

/** The places that keys of one name at one shop take; a unique column, so races change nothing. */
export const slotsOf = ({ shopId, name }: Pick<ServiceKey, 'shopId' | 'name'>): string[] =>
  Array.from({ length: ACTIVE_KEYS_MAX }, (_, n) => JSON.stringify([shopId, name, n + 1]))

/**
 * Makes a key for a shop, or for the whole brand when `shopId` is null. Its secret is derived from
 * its id and stored nowhere. Refusals, in order: `ShopUnknown`, `TooManyServiceKeys` for a third
 * active key of the same name at the same shop.
 */
export function createServiceKey(
  { shopKnown, taken }: { shopKnown: boolean; taken: readonly string[] },
  asked: Pick<ServiceKey, 'shopId' | 'name'>,
  actor: string,
  { now, newId }: World,
): Decision<CreateServiceKeyOutcome> {
  if (!shopKnown) return { outcome: { kind: 'ShopUnknown' }, changes: [] }
  const slot = slotsOf(asked).find((each) => !taken.includes(each))
  if (slot === undefined) {
    return { outcome: { kind: 'TooManyServiceKeys', activeMax: ACTIVE_KEYS_MAX }, changes: [] }
  }
  const serviceKey = { id: newId(), ...asked, slot, createdAt: now, retiredAt: null }
  return {
    outcome: { kind: 'ServiceKeyCreated', serviceKey },
    changes: [
      { kind: 'service-key-created', serviceKey },
      { kind: 'audit', record: recordOf('created-service-key', serviceKey, actor, newId(), now) },
    ],
  }
}

/** Ends a key at once and for ever; one that was retired before stays as it is. */
export function retireServiceKey(
  found: ServiceKey | undefined,
  actor: string,
  { now, newId }: World,
): Decision<RetireServiceKeyOutcome> {
  if (!found) return { outcome: { kind: 'ServiceKeyUnknown' }, changes: [] }
  if (found.retiredAt !== null)
    return { outcome: { kind: 'ServiceKeyRetired', serviceKey: found }, changes: [] }
  const serviceKey = { ...found, slot: null, retiredAt: now }
  return {
    outcome: { kind: 'ServiceKeyRetired', serviceKey },
    changes: [
      { kind: 'service-key-retired', keyId: found.id, at: now },
      { kind: 'audit', record: recordOf('retired-service-key', found, actor, newId(), now) },
    ],
  }
}

const recordOf = (
  action: 'created-service-key' | 'retired-service-key',
  { id: keyId, name, shopId }: ServiceKey,
  actor: string,
  id: string,
  at: number,
): AuditRecord => ({
  id,
  at,
  actor,
  action,
  memberId: null,
  detail: { keyId, name, ...(shopId !== null && { shopId }) },
})
