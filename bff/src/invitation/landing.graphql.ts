import { forGuest } from '../graphql/auth.ts'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { outcomeUnion } from '../graphql/outcome.ts'
import { badInput } from '../graphql/refusals.ts'
import { maskName } from '../member/member.ts'
import { actorOf } from '../session/session.ts'
import type { Brought } from './bind.ts'
import type { SceneCode } from './invitation.ts'
import { isSceneCode } from './invitation.ts'
import type { OpenLinkOutcome } from './open-link.ts'
import { openLink } from './open-link.ts'

type Of<K> = Extract<OpenLinkOutcome, { kind: K }>

const WelcomedByRef = builder.enumType('WelcomedBy', {
  values: {
    FRIEND: { value: 'member' },
    SHOP: { value: 'shop' },
    CAMPAIGN: { value: 'campaign' },
  } satisfies Record<string, { value: SceneCode['kind'] }>,
})

/** What rules give to whoever joins by a link, in the words of their rows. */
const joiningGifts = ({ program }: Context, kind: SceneCode['kind']): string[] =>
  program.body.rules
    .filter(({ on, where }) => on.includes('joined') && (kind === 'member' || !where?.invited))
    .map(({ name }) => name)

const LinkOpenedRef = builder.objectRef<Of<'LinkOpened'>>('LinkOpened').implement({
  fields: (t) => ({
    by: t.field({ type: WelcomedByRef, resolve: ({ code }) => code.kind }),
    name: t.string({
      description: 'The alias of the friend, but for its beginning; the shop; the campaign.',
      resolve: async ({ code }, _, { stores }) => {
        if (code.kind === 'member')
          return maskName((await stores.member.profile(code.subjectId)).alias)
        if (code.kind === 'shop') return (await stores.staff.shop(code.subjectId))?.name ?? ''
        return code.name ?? ''
      },
    }),
    gifts: t.stringList({
      description: 'What somebody who joins now is given.',
      resolve: ({ code }, _, context) => joiningGifts(context, code.kind),
    }),
    until: t.expose('until', { type: 'Time', description: 'How long the link counts.' }),
    isMember: t.boolean({
      description: 'Whoever is a member already is nobody’s friend to be brought.',
      resolve: (_, __, { principal }) => principal.kind === 'member',
    }),
  }),
})

const LinkUnknownRef = builder.objectRef<Of<'LinkUnknown'>>('LinkUnknown').implement({
  fields: (t) => ({ message: t.string({ resolve: () => '这个邀请已失效，仍可直接入会' }) }),
})

const InvitationsClosedRef = builder
  .objectRef<Of<'InvitationsClosed'>>('InvitationsClosed')
  .implement({ fields: (t) => ({ message: t.string({ resolve: () => '邀请活动暂未开放' }) }) })

builder.mutationField('openLink', (t) =>
  t.field({
    description:
      'Somebody opened a link or scanned a code. The number is made by the app, kept there, and given back when they join.',
    ...forGuest(60),
    type: outcomeUnion('OpenLinkOutcome', [LinkOpenedRef, LinkUnknownRef, InvitationsClosedRef]),
    args: {
      code: t.arg.string({ required: true }),
      visitId: t.arg.id({ required: true }),
    },
    resolve: (_, args, context) => {
      const visitId = checkVisitId(args.visitId)
      const { stores } = context
      return context.perform({
        name: 'openLink',
        actor: actorOf(context.principal),
        load: async () => {
          const [code, visit] = await Promise.all([
            isSceneCode(args.code) ? stores.scene.find(args.code) : undefined,
            stores.scene.visit(visitId),
          ])
          const member = code?.kind === 'member' && (await stores.member.load(code.subjectId))
          return { code, visit, isThere: code?.kind !== 'member' || Boolean(member) }
        },
        decide: (found, world) => openLink(visitId, found, world),
      })
    },
  }),
)

function checkVisitId(visitId: string): string {
  if (!/^[\w-]{16,64}$/.test(visitId)) throw badInput('visitId', '16 to 64 letters, digits or - _')
  return visitId
}

/** The link that brought somebody, and who else signed in on their phone. */
export async function loadBrought(
  { stores }: Pick<Context, 'stores'>,
  visitId: string | undefined,
  deviceHash: string | undefined,
): Promise<Brought> {
  const [visit, traces] = await Promise.all([
    visitId === undefined ? undefined : stores.scene.visit(visitId),
    deviceHash === undefined ? [] : stores.trace.onDevice(deviceHash),
  ])
  const code = visit && (await stores.scene.find(visit.code))
  const inviter = code?.kind === 'member' ? await stores.member.load(code.subjectId) : undefined
  return {
    link: visit && code ? { visit, code } : undefined,
    inviterId: inviter?.id,
    onDevice: traces.map(({ memberId }) => memberId),
  }
}
