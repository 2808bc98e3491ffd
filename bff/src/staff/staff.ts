import type { Decision, World } from '../command.ts'
import type { AuditRecord, Shop, Staff } from '../model.ts'

/** Opens a shop. */
export function openShop(
  shop: Shop,
  actor: string,
  world: World,
): Decision<{ kind: 'ShopOpened' }> {
  const record = staffAudit('opened-shop', actor, { shopId: shop.id, name: shop.name }, world)
  return {
    outcome: { kind: 'ShopOpened' },
    changes: [{ kind: 'shop-opened', shop }, record],
  }
}

/** Gives somebody a staff account at a shop. */
export function addStaff(
  account: Omit<Staff, 'openid'>,
  actor: string,
  world: World,
): Decision<{ kind: 'StaffAdded' }> {
  const staff: Staff = { ...account, openid: null }
  const { id: staffId, role, shopId } = staff
  const record = staffAudit('added-staff', actor, { staffId, role, shopId }, world)
  return { outcome: { kind: 'StaffAdded' }, changes: [{ kind: 'staff-added', staff }, record] }
}

export const staffAudit = (
  action: AuditRecord['action'],
  actor: string,
  detail: AuditRecord['detail'],
  { newId, now }: World,
) => ({
  kind: 'audit' as const,
  record: { id: newId(), at: now, actor, action, memberId: null, detail },
})
