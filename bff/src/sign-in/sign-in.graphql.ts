import { ConsentNeededRef } from '../consent/consent.graphql.ts'
import { forGuest } from '../graphql/auth.ts'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { showMember } from '../graphql/context.ts'
import { outcomeUnion } from '../graphql/outcome.ts'
import { badInput } from '../graphql/refusals.ts'
import { loadBrought } from '../invitation/landing.graphql.ts'
import { MemberRef } from '../member/member.graphql.ts'
import type { Identity } from '../member/member.ts'
import {
  CodeRefusedRef,
  PhoneNotValidRef,
  phoneNotValid,
} from '../phone-code/phone-code.graphql.ts'
import { actorOf } from '../session/session.ts'
import { maskPhone, parsePhone } from '../sms/phone.ts'
import { isDeviceId } from '../trace/trace.ts'
import type { Arrival, ProvenIdentity, SignInOutcome } from './sign-in.ts'
import { signIn, signInWithPhone } from './sign-in.ts'
import { refusedBy } from './wechat-refusal.ts'

const SignedInRef = builder
  .objectRef<Extract<SignInOutcome, { kind: 'SignedIn' }>>('SignedIn')
  .implement({
    fields: (t) => ({
      token: t.exposeString('token', { description: 'Known to this phone alone; keep it safe.' }),
      expiresAt: t.expose('expiresAt', { type: 'Time' }),
      joined: t.exposeBoolean('joined', { description: 'True on the very first sign-in.' }),
      me: t.field({
        type: MemberRef,
        resolve: ({ memberId }, _, context) => showMember(context, memberId),
      }),
    }),
  })

const SignInOutcomeRef = outcomeUnion('SignInOutcome', [
  SignedInRef,
  ConsentNeededRef,
  CodeRefusedRef,
  PhoneNotValidRef,
])

const CameByInput = builder.inputType('CameBy', {
  description: 'What the app knows of the way somebody came.',
  fields: (t) => ({
    visitId: t.id({ description: 'The number under which a link was opened last.' }),
    deviceId: t.id({
      description: 'A number that the app made for this phone; fair play alone asks for it.',
    }),
  }),
})

interface CameBy {
  visitId?: string | undefined
  deviceId?: string | undefined
}

interface Asked {
  acceptedPrivacyVersion: number | null | undefined
  cameBy: CameBy
}

function checkCameBy(given: { [K in keyof CameBy]: CameBy[K] | null } | null | undefined): CameBy {
  const { visitId, deviceId } = given ?? {}
  if (deviceId && !isDeviceId(deviceId))
    throw badInput('cameBy.deviceId', '16 to 64 letters, digits or - _')
  return { visitId: visitId ?? undefined, deviceId: deviceId ?? undefined }
}

type Proof = Identity & { phoneMask?: string }

/** Who these proofs belong to, if anybody, and that member's state. */
async function arrive(
  context: Context,
  proofs: readonly Proof[],
  { acceptedPrivacyVersion, cameBy }: Asked,
): Promise<Arrival> {
  const { stores, digest } = context
  const { deviceId, visitId } = cameBy
  const deviceHash = deviceId === undefined ? undefined : digest(deviceId)
  const brought = loadBrought(context, visitId, deviceHash)
  const identities = await Promise.all(
    proofs.map(
      async (proof): Promise<ProvenIdentity> => ({
        ...proof,
        knownFor: await stores.member.memberIdOf(proof.identity, proof.subject),
      }),
    ),
  )
  const memberId = identities.find((row) => row.knownFor !== undefined)?.knownFor
  return {
    identities,
    member: memberId === undefined ? undefined : await stores.member.loadKnown(memberId),
    acceptedPrivacyVersion: acceptedPrivacyVersion ?? undefined,
    brought: await brought,
    deviceHash,
  }
}

const proofOfPhone = ({ hashPhone }: Context, phone: string): Proof => ({
  identity: 'phone',
  subject: hashPhone(phone),
  phoneMask: maskPhone(phone),
})

builder.mutationField('signInWithPhone', (t) =>
  t.field({
    description:
      'Signs in, or joins, by phone and one-time code. A new member must accept the notice in force.',
    ...forGuest(20),
    type: SignInOutcomeRef,
    args: {
      phone: t.arg.string({ required: true }),
      code: t.arg.string({ required: true }),
      acceptedPrivacyVersion: t.arg.int(),
      cameBy: t.arg({ type: CameByInput }),
    },
    resolve: (_, { code, ...args }, context) => {
      const phone = parsePhone(args.phone)
      if (phone === undefined) return phoneNotValid
      const proof = proofOfPhone(context, phone)
      const { acceptedPrivacyVersion } = args
      const cameBy = checkCameBy(args.cameBy)
      return context.perform({
        name: 'signInWithPhone',
        actor: actorOf(context.principal),
        load: async () => {
          const [sent, arrival] = await Promise.all([
            context.stores.phoneCode.find(proof.subject),
            arrive(context, [proof], { acceptedPrivacyVersion, cameBy }),
          ])
          return { ...arrival, sent, code }
        },
        decide: signInWithPhone,
      })
    },
  }),
)

builder.mutationField('signInWithWechat', (t) =>
  t.field({
    description: 'Signs in, or joins, by a wx.login code and, when given, a getPhoneNumber code.',
    ...forGuest(30),
    type: SignInOutcomeRef,
    args: {
      code: t.arg.string({ required: true }),
      phoneCode: t.arg.string(),
      acceptedPrivacyVersion: t.arg.int(),
      cameBy: t.arg({ type: CameByInput }),
    },
    resolve: async (_, { code, phoneCode, acceptedPrivacyVersion, ...args }, context) => {
      const cameBy = checkCameBy(args.cameBy)
      // WeChat takes a code once, so it is asked once, before anything that may run again.
      const person = await context.wechat.signIn(code)
      if (person.kind === 'refused') return refusedBy(person)
      const phone = phoneCode ? await context.wechat.phoneNumber(phoneCode) : undefined
      if (phone?.kind === 'refused') return refusedBy(phone)
      const proofs: Proof[] = [
        { identity: 'wechat', subject: person.openid },
        ...(person.unionid ? [{ identity: 'wechat-union' as const, subject: person.unionid }] : []),
        ...(phone ? [proofOfPhone(context, phone.phone)] : []),
      ]
      return context.perform({
        name: 'signInWithWechat',
        actor: actorOf(context.principal),
        load: () => arrive(context, proofs, { acceptedPrivacyVersion, cameBy }),
        decide: signIn,
      })
    },
  }),
)
