import { forEmployee, forMember } from '../graphql/auth.ts'
import { builder } from '../graphql/builder.ts'
import { loadMe, memberOf, showMe } from '../graphql/context.ts'
import { MemberRef } from '../member/member.graphql.ts'
import type { ShownMemberCode } from './member-code.ts'
import { showMemberCode } from './member-code.ts'

const MemberCodeRef = builder.objectRef<ShownMemberCode>('MemberCode').implement({
  fields: (t) => ({
    token: t.exposeString('token', { description: 'To be drawn as a QR code.' }),
    shortCode: t.exposeString('shortCode', { description: 'To be typed, eight digits.' }),
    expiresAt: t.expose('expiresAt', { type: 'Time' }),
    validForMs: t.exposeInt('validForMs'),
    refreshAfterMs: t.exposeInt('refreshAfterMs'),
    me: t.field({ type: MemberRef, resolve: (_, __, context) => showMe(context) }),
  }),
})

builder.mutationField('showMemberCode', (t) =>
  t.field({
    description: 'Issues a new member code, valid for 45 s and one look-up.',
    ...forMember(60),
    type: MemberCodeRef,
    resolve: (_, __, context) =>
      context.perform({
        name: 'showMemberCode',
        actor: memberOf(context).actor,
        load: () => loadMe(context),
        decide: (state, world) => showMemberCode(state.id, state.tierId, context.signer, world),
      }),
  }),
)

builder.queryField('memberCodeKey', (t) =>
  t.string({
    description:
      'The public key (Ed25519, base64url) that member codes are signed for: with it a phone without network can tell that a code is ours, which tier it names and when it ends.',
    ...forEmployee(),
    resolve: (_, __, { signer }) => signer.publicKey,
  }),
)
