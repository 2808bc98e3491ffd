import type { Perform, Preview } from '../command.ts'
import type { NoticeTemplates } from '../jobs/deliver.ts'
import type { Log } from '../log.ts'
import type { CodeSigner } from '../member-code/member-code.ts'
import type { MemberState, StaffRole } from '../model.ts'
import type { Payments } from '../payment/payment.ts'
import type { ProgramBook } from '../program/book.ts'
import type { PublishedProgram } from '../program/program.ts'
import type { Secrets } from '../secrets.ts'
import type { Principal } from '../session/session.ts'
import { actorOf } from '../session/session.ts'
import type { Moment } from '../settle/as-of.ts'
import { asOf } from '../settle/as-of.ts'
import type { Sms } from '../sms/sms.ts'
import type { Stores } from '../stores.ts'
import type { Wechat } from '../wechat/wechat.ts'
import { forbidden } from './refusals.ts'

/** What a resolver may reach: reads, the command shell and the ports. No database. */
export interface Context {
  readonly principal: Principal
  readonly requestId: string
  readonly program: PublishedProgram
  /** All versions, for what was begun under a former one. */
  readonly book: ProgramBook
  readonly stores: Omit<Stores, 'commit'>
  readonly perform: Perform
  readonly preview: Preview
  /** Works on a back-test that was started, beside everything else. */
  readonly runBackTest: (id: string) => void
  readonly now: () => number
  /** What a look at a member needs to know of this moment. */
  readonly moment: () => Promise<Moment>
  readonly wechat: Wechat
  readonly sms: Sms
  /** Undefined where there is no provider: nothing that costs money can be had. */
  readonly payments: Payments | undefined
  readonly signer: CodeSigner
  /** Keyed hash of a phone number: how phones are found without being stored. */
  readonly hashPhone: (phone: string) => string
  /** SHA-256 as hex: how a one-time code is found without being stored. */
  readonly digest: (text: string) => string
  readonly seal: Secrets['seal']
  readonly open: Secrets['open']
  readonly sharedSecret: Secrets['sharedSecret']
  /** The subscribe messages that are registered with the platform. */
  readonly noticeTemplates: NoticeTemplates
  readonly forgetSession: (tokenHash: string) => void
  readonly log: Log
  readonly production: boolean
}

/** The signed-in member; the field's role has made sure of it before. */
export function memberOf({ principal }: Context): { memberId: string; actor: string } {
  if (principal.kind !== 'member') throw forbidden()
  return { memberId: principal.memberId, actor: actorOf(principal) }
}

export interface SignedInStaff {
  staffId: string
  role: StaffRole
  /** The shop the server put them at; never an argument. */
  shopId: string
  actor: string
}

/** The signed-in staff; the field's role has made sure of it before. */
export function staffOf({ principal }: Context): SignedInStaff {
  if (principal.kind !== 'staff') throw forbidden()
  const { staffId, role, shopId } = principal
  return { staffId, role, shopId, actor: actorOf(principal) }
}

/** Whoever serves a member: staff at their shop, or a system; `shopId` is null for the brand's. */
export function counterOf({ principal }: Context): { shopId: string | null; actor: string } {
  if (principal.kind !== 'staff' && principal.kind !== 'service') throw forbidden()
  return { shopId: principal.shopId, actor: actorOf(principal) }
}

/** The system that signed the request; the field's role has made sure of it before. */
export function serviceOf({ principal }: Context): {
  keyId: string
  shopId: string | null
  actor: string
} {
  if (principal.kind !== 'service') throw forbidden()
  return { keyId: principal.keyId, shopId: principal.shopId, actor: actorOf(principal) }
}

/** The signed-in member's state as it is written: what a command begins with. */
export const loadMe = (context: Context): Promise<MemberState> =>
  context.stores.member.loadKnown(memberOf(context).memberId)

/** A member as the clock has made them by now: what is shown. */
export async function showMember(context: Context, memberId: string): Promise<MemberState> {
  const { stores, moment } = context
  const [state, at] = await Promise.all([stores.member.loadKnown(memberId), moment()])
  return asOf(state, at)
}

export const showMe = (context: Context): Promise<MemberState> =>
  showMember(context, memberOf(context).memberId)
