import type { Decision, World } from '../command.ts'
import type { Change, PhoneCode, Staff, StaffBinding } from '../model.ts'
import type { CodeRefused } from '../phone-code/phone-code.ts'
import { tryPhoneCode } from '../phone-code/phone-code.ts'
import { openSession } from '../session/session.ts'
import type { BindingRefused } from './account.ts'
import { bindingRefusal } from './account.ts'
import { staffAudit } from './staff.ts'

export interface StaffSignedIn {
  kind: 'StaffSignedIn'
  staffId: string
  token: string
  expiresAt: number
}

export type SignInStaffOutcome = StaffSignedIn | { kind: 'NotStaff' } | CodeRefused

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
  const { outcome, change } = begin(staff, world)
  return { outcome, changes: [tried.change, change] }
}

export type SignInStaffWithWechatOutcome = StaffSignedIn | { kind: 'NotStaff' }

/** Signs staff in by the WeChat identity they have bound. Refusals: `NotStaff`. */
export function signInStaffWithWechat(
  staff: Staff | undefined,
  world: World,
): Decision<SignInStaffWithWechatOutcome> {
  if (!staff?.active) return { outcome: { kind: 'NotStaff' }, changes: [] }
  const { outcome, change } = begin(staff, world)
  return { outcome, changes: [change] }
}

export type BindStaffOutcome =
  | StaffSignedIn
  | BindingRefused
  | { kind: 'WechatTaken' }
  | { kind: 'NotStaff' }

/**
 * Binds a WeChat identity to the account that a code is for, in place of a former one, and signs
 * in. Refusals, in order: `BindingRefused`, `NotStaff` (shut out meanwhile), `WechatTaken` (it is
 * somebody else's of the staff).
 */
export function bindStaff(
  found: { binding: StaffBinding | undefined; staff: Staff | undefined; holder: Staff | undefined },
  openid: string,
  world: World,
): Decision<BindStaffOutcome> {
  const { binding, staff, holder } = found
  const refused = bindingRefusal(binding, world.now)
  if (refused || !binding) return { outcome: refused ?? wrongCode, changes: [] }
  if (!staff?.active) return { outcome: { kind: 'NotStaff' }, changes: [] }
  if (holder && holder.id !== staff.id) return { outcome: { kind: 'WechatTaken' }, changes: [] }
  const { outcome, change } = begin(staff, world)
  const record = staffAudit('bound-staff', `staff:${staff.id}`, { staffId: staff.id }, world)
  return {
    outcome,
    changes: [
      { kind: 'staff-binding-used', codeHash: binding.codeHash, at: world.now },
      { kind: 'staff-changed', before: staff, after: { ...staff, openid } },
      change,
      record,
    ],
  }
}

const wrongCode = { kind: 'BindingRefused', reason: 'wrong' } as const

function begin(staff: Staff, world: World): { outcome: StaffSignedIn; change: Change } {
  const lastsMs = world.program.body.session.staffMs
  const { token, session } = openSession('staff', staff.id, lastsMs, world)
  return {
    outcome: { kind: 'StaffSignedIn', staffId: staff.id, token, expiresAt: session.expiresAt },
    change: { kind: 'session-opened', session },
  }
}
