import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { openToken, parseShortCode } from '../member-code/member-code.ts'
import type { MemberState } from '../model.ts'
import { parsePhone } from '../sms/phone.ts'
import type { Named, NameRefused } from './member-name.ts'

export const MemberNameInput = builder.inputType('MemberName', {
  description: 'Exactly one of these.',
  fields: (t) => ({
    memberId: t.id(),
    phone: t.string({ description: 'A mainland mobile number.' }),
    code: t.string({
      description:
        'The member code as it was scanned or typed. It names its member once, for ten minutes; the answer has the memberId for what follows.',
    }),
  }),
})

export interface MemberNameGiven {
  memberId?: string | null | undefined
  phone?: string | null | undefined
  code?: string | null | undefined
}

export const MemberUnknownRef = builder
  .objectRef<{ kind: 'MemberUnknown' }>('MemberUnknown')
  .implement({ fields: (t) => ({ message: t.string({ resolve: () => '没有这位会员' }) }) })

export const BadMemberNameRef = builder
  .objectRef<Extract<NameRefused, { kind: 'BadMemberName' }>>('BadMemberName')
  .implement({ fields: (t) => ({ message: t.exposeString('message') }) })

export const OtherShopRef = builder
  .objectRef<{ kind: 'OtherShop'; shopId: string }>('OtherShop')
  .implement({
    description: 'The key is bound to a shop and writes for nothing else.',
    fields: (t) => ({ shopId: t.exposeID('shopId') }),
  })

/** Whose turn an item of a batch is; undefined for one that names nobody. */
export async function whoseTurn(
  context: Context,
  { member }: { member: MemberNameGiven },
): Promise<string | undefined> {
  const named = await findNamed(context, member)
  return named.kind === 'Named' ? named.memberId : undefined
}

/** Loads the member an item names; what is known under its number tells whom a code meant. */
export async function loadNamed(
  context: Context,
  name: MemberNameGiven,
  known: { memberId: string } | undefined,
): Promise<{ named: Named; member: MemberState | undefined }> {
  const named = await findNamed(context, name)
  const memberId =
    named.kind === 'Named'
      ? named.memberId
      : named.kind === 'CodeUnknown'
        ? known?.memberId
        : undefined
  return { named, member: memberId ? await context.stores.member.load(memberId) : undefined }
}

async function findNamed(
  { stores, signer, hashPhone }: Context,
  { memberId, phone, code }: MemberNameGiven,
): Promise<Named> {
  const given = [memberId, phone, code].filter((each) => each !== null && each !== undefined)
  if (given.length !== 1) return { kind: 'BadMemberName', message: 'name the member in one way' }
  if (memberId) return { kind: 'Named', memberId, code: undefined }
  if (phone) {
    const digits = parsePhone(phone)
    if (digits === undefined) return { kind: 'BadMemberName', message: 'is no mobile number' }
    const found = await stores.member.memberIdOf('phone', hashPhone(digits))
    return found === undefined
      ? { kind: 'MemberUnknown' }
      : { kind: 'Named', memberId: found, code: undefined }
  }
  const shortCode = parseShortCode(code ?? '')
  const codeId = shortCode === undefined ? openToken(code ?? '', signer) : undefined
  const shown =
    shortCode === undefined
      ? codeId && (await stores.memberCode.byId(codeId))
      : await stores.memberCode.byShortCode(shortCode)
  return shown ? { kind: 'Named', memberId: shown.memberId, code: shown } : { kind: 'CodeUnknown' }
}
