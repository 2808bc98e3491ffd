import type { Decision, World } from '../command.ts'
import { newCode } from '../coupon/code.ts'
import type { Change, Shop, Staff, StaffBinding, StaffRole } from '../model.ts'
import { staffAudit } from './staff.ts'

/** Who runs the accounts: a manager those of their shop, an operator all but their own. */
export interface Boss {
  staffId: string
  role: StaffRole
  shopId: string
  actor: string
}

/** How long a person has to bind their WeChat identity. */
const BINDING_LASTS_MS = 15 * 60_000
/** 40 bits for a quarter of an hour, at twenty tries a minute. */
const CODE_LENGTH = 8

/** Whether somebody runs an account; nobody runs their own. */
export const mayRun = (
  boss: Boss,
  { id, role, shopId }: Pick<Staff, 'id' | 'role' | 'shopId'>,
): boolean => {
  if (boss.staffId === id) return false
  if (boss.role === 'operator') return true
  return boss.role === 'manager' && role === 'staff' && shopId === boss.shopId
}

export interface StaffInvited {
  kind: 'StaffInvited'
  staffId: string
  /** Shown once; the database keeps its hash. */
  code: string
  expiresAt: number
}

export type InviteStaffOutcome =
  | StaffInvited
  | { kind: 'StaffNotYours' }
  | { kind: 'NoSuchShop' }
  | { kind: 'StaffExists'; staffId: string }

export interface NewStaff {
  name: string
  phoneHash: string
  role: StaffRole
  shopId: string
}

/**
 * Gives somebody an account at a shop, and a code to bind their WeChat identity with. Refusals, in
 * order: `StaffNotYours`, `NoSuchShop`, `StaffExists` (the phone number has one).
 */
export function inviteStaff(
  { known, shop }: { known: Staff | undefined; shop: Shop | undefined },
  wish: NewStaff,
  boss: Boss,
  world: World,
): Decision<InviteStaffOutcome> {
  const staff: Staff = { ...wish, id: world.newId(), active: true, openid: null }
  if (!mayRun(boss, staff)) return { outcome: { kind: 'StaffNotYours' }, changes: [] }
  if (!shop) return { outcome: { kind: 'NoSuchShop' }, changes: [] }
  if (known) return { outcome: { kind: 'StaffExists', staffId: known.id }, changes: [] }
  const { id: staffId, role, shopId } = staff
  const { outcome, change } = invite(staffId, world)
  const record = staffAudit('added-staff', boss.actor, { staffId, role, shopId }, world)
  return { outcome, changes: [{ kind: 'staff-added', staff }, change, record] }
}

export type RenewStaffCodeOutcome = StaffInvited | { kind: 'StaffNotYours' }

/** Another code for an account that is there, for instance for a new phone. */
export function renewStaffCode(
  staff: Staff | undefined,
  boss: Boss,
  world: World,
): Decision<RenewStaffCodeOutcome> {
  if (!staff?.active || !mayRun(boss, staff))
    return { outcome: { kind: 'StaffNotYours' }, changes: [] }
  const { outcome, change } = invite(staff.id, world)
  return { outcome, changes: [change] }
}

function invite(
  staffId: string,
  { now, randomInt, digest }: World,
): { outcome: StaffInvited; change: Change } {
  const code = newCode(randomInt).slice(0, CODE_LENGTH)
  const expiresAt = now + BINDING_LASTS_MS
  return {
    outcome: { kind: 'StaffInvited', staffId, code, expiresAt },
    change: {
      kind: 'staff-binding-made',
      binding: { codeHash: digest(code), staffId, expiresAt, usedAt: null },
    },
  }
}

export type BindingRefused = {
  kind: 'BindingRefused'
  reason: 'wrong' | 'expired' | 'used'
}

/** Why a code binds nobody, or nothing when it does. */
export function bindingRefusal(
  binding: StaffBinding | undefined,
  now: number,
): BindingRefused | undefined {
  if (!binding) return { kind: 'BindingRefused', reason: 'wrong' }
  if (binding.usedAt !== null) return { kind: 'BindingRefused', reason: 'used' }
  return now >= binding.expiresAt ? { kind: 'BindingRefused', reason: 'expired' } : undefined
}

export type SwitchStaffOutcome =
  | { kind: 'StaffChanged'; staffId: string }
  | { kind: 'StaffNotYours' }

export type MoveStaffOutcome = SwitchStaffOutcome | { kind: 'NoSuchShop' }

/** Lets an account in, or shuts it out: whoever is signed in with it is out within 5 s (A4). */
export function switchStaff(
  staff: Staff | undefined,
  active: boolean,
  boss: Boss,
  world: World,
): Decision<SwitchStaffOutcome> {
  if (!staff || !mayRun(boss, staff)) return { outcome: { kind: 'StaffNotYours' }, changes: [] }
  return change(staff, { active }, 'switched-staff', boss, world)
}

/** Puts an account at another shop; only an operator sees more than one. */
export function moveStaff(
  { staff, shop }: { staff: Staff | undefined; shop: Shop | undefined },
  boss: Boss,
  world: World,
): Decision<MoveStaffOutcome> {
  if (!staff || boss.role !== 'operator' || !mayRun(boss, staff))
    return { outcome: { kind: 'StaffNotYours' }, changes: [] }
  if (!shop) return { outcome: { kind: 'NoSuchShop' }, changes: [] }
  return change(staff, { shopId: shop.id }, 'moved-staff', boss, world)
}

function change(
  before: Staff,
  more: Partial<Pick<Staff, 'active' | 'shopId'>>,
  action: 'switched-staff' | 'moved-staff',
  { actor }: Boss,
  world: World,
): Decision<SwitchStaffOutcome> {
  const outcome = { kind: 'StaffChanged', staffId: before.id } as const
  const after = { ...before, ...more }
  if (after.active === before.active && after.shopId === before.shopId)
    return { outcome, changes: [] }
  const record = staffAudit(action, actor, { staffId: before.id, ...more }, world)
  return { outcome, changes: [{ kind: 'staff-changed', before, after }, record] }
}
