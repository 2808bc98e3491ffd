import type { Perform } from '../command.ts'
import type { CodeSigner } from '../member-code/member-code.ts'
import type { MemberState } from '../model.ts'
import type { PublishedProgram } from '../program/program.ts'
import type { Principal } from '../session/session.ts'
import { actorOf } from '../session/session.ts'
import type { Sms } from '../sms/sms.ts'
import type { Stores } from '../stores.ts'
import type { Wechat } from '../wechat/wechat.ts'
import { forbidden } from './refusals.ts'

/** What a resolver may reach: reads, the command shell and the ports. No database. */
export interface Context {
  readonly principal: Principal
  readonly requestId: string
  readonly program: PublishedProgram
  readonly stores: Omit<Stores, 'commit'>
  readonly perform: Perform
  readonly now: () => number
  readonly wechat: Wechat
  readonly sms: Sms
  readonly signer: CodeSigner
  /** Keyed hash of a phone number: how phones are found without being stored. */
  readonly hashPhone: (phone: string) => string
  readonly forgetSession: (tokenHash: string) => void
}

/** The signed-in member; the field's role has made sure of it before. */
export function memberOf({ principal }: Context): { memberId: string; actor: string } {
  if (principal.kind !== 'member') throw forbidden()
  return { memberId: principal.memberId, actor: actorOf(principal) }
}

/** The signed-in staff; the field's role has made sure of it before. */
export function staffOf({ principal }: Context): { staffId: string; actor: string } {
  if (principal.kind !== 'staff') throw forbidden()
  return { staffId: principal.staffId, actor: actorOf(principal) }
}

/** The signed-in member's state as it is now. */
export const loadMe = (context: Context): Promise<MemberState> =>
  context.stores.member.loadKnown(memberOf(context).memberId)
