import type { Decision, World } from '../command.ts'
import type { AuditRecord, PhoneCode, Shop, Staff } from '../model.ts'
import type { CodeRefused } from '../phone-code/phone-code.ts'
import { tryPhoneCode } from '../phone-code/phone-code.ts'
import { openSession } from '../session/session.ts'

export type SignInStaffOutcome =
  | { kind: 'StaffSignedIn'; staffId: string; token: string; expiresAt: number }
  | { kind: 'NotStaff' }
  | CodeRefused

/**
 * Signs staff in with their own hat. Refusals, in order: the code's own, `NotStaff` for a phone
 * that no active member of staff has; the code is used up by then, so that it tells nobody twice.
 */
export function signInStaff(
  { sent, code, staff }: { sent: PhoneCode | undefined; code: string; staff: Staff | undefined },
  world: World,
): Decision<SignInStaffOutcome> {
  const tried = tryPhoneCode(sent, code, world)
  if (tried.kind === 'refused') return { outcome: tried.outcome, changes: tried.changes }
  if (!staff?.active) return { outcome: { kind: 'NotStaff' }, changes: [tried.change] }
  const lastsMs = world.program.body.session.staffMs
  const { token, session } = openSession('staff', staff.id, lastsMs, world)
  return {
    outcome: { kind: 'StaffSignedIn', staffId: staff.id, token, expiresAt: session.expiresAt },
    changes: [tried.change, { kind: 'session-opened', session }],
  }
}

/** Opens a shop. */
export function openShop(
  shop: Shop,
  actor: string,
  world: World,
): Decision<{ kind: 'ShopOpened' }> {
  const record = audit('opened-shop', actor, { shopId: shop.id, name: shop.name }, world)
  return {
    outcome: { kind: 'ShopOpened' },
    changes: [{ kind: 'shop-opened', shop }, record],
  }
}

/** Gives somebody a staff account at a shop. */
export function addStaff(
  staff: Staff,
  actor: string,
  world: World,
): Decision<{ kind: 'StaffAdded' }> {
  const { id: staffId, role, shopId } = staff
  const record = audit('added-staff', actor, { staffId, role, shopId }, world)
  return { outcome: { kind: 'StaffAdded' }, changes: [{ kind: 'staff-added', staff }, record] }
}

const audit = (
  action: AuditRecord['action'],
  actor: string,
  detail: AuditRecord['detail'],
  { newId, now }: World,
) => ({
  kind: 'audit' as const,
  record: { id: newId(), at: now, actor, action, memberId: null, detail },
})
