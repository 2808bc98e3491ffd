import { forMember } from '../graphql/auth.ts'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { memberOf } from '../graphql/context.ts'
import { outcomeUnion } from '../graphql/outcome.ts'
import { MemberRef } from '../member/member.graphql.ts'
import { maskName } from '../member/member.ts'
import { MINI_CODE_WIDTH_MIN } from '../wechat/wechat.ts'
import type { Invitation, RejectReason } from './invitation.ts'
import { standingOf } from './invitation.ts'

const FriendStateRef = builder.enumType('FriendState', {
  values: {
    REGISTERED: { value: 'registered', description: 'Joined.' },
    QUALIFIED: { value: 'qualified', description: 'Paid a first order, which has to be kept.' },
    REWARDED: { value: 'rewarded' },
    QUARANTINED: { value: 'quarantined', description: 'Looked at before it counts.' },
    REJECTED: { value: 'rejected' },
  } satisfies Record<string, { value: ReturnType<typeof standingOf>; description?: string }>,
})

const reasons: Readonly<Record<RejectReason, string>> = {
  'same-device': '这位好友使用的是你登录过的设备',
  'device-limit': '这台设备邀请的人数已满',
  unfair: '经人工核实，不符合邀请规则',
}

const FriendRef = builder.objectRef<Invitation>('InvitedFriend').implement({
  fields: (t) => ({
    id: t.exposeID('inviteeId'),
    name: t.string({
      description: 'Of the alias no more than its beginning.',
      resolve: async ({ inviteeId }, _, { stores }) =>
        maskName((await stores.member.profile(inviteeId)).alias),
    }),
    joinedAt: t.expose('at', { type: 'Time' }),
    state: t.field({ type: FriendStateRef, resolve: standingOf }),
    reason: t.string({
      nullable: true,
      description: 'Why it is looked at or was rejected.',
      resolve: ({ reason, suspicion }, _, { program }) => {
        if (reason !== null) return reasons[reason]
        const signal = program.body.fairPlay.signals.find(({ id }) => id === suspicion)
        return suspicion === null ? null : (signal?.reason ?? '需要核实')
      },
    }),
    rewardsAt: t.expose('rewardsAt', {
      type: 'Time',
      nullable: true,
      description: 'When the first order has been kept long enough.',
    }),
  }),
})

const FriendPageRef = builder
  .objectRef<{ rows: readonly Invitation[]; end: string | null }>('InvitedFriendPage')
  .implement({
    fields: (t) => ({
      friends: t.field({ type: [FriendRef], resolve: ({ rows }) => rows }),
      end: t.exposeString('end', { nullable: true, description: 'Null on the last page.' }),
    }),
  })

interface Inviting {
  memberId: string
  code: string
  counts: Awaited<ReturnType<Context['stores']['invitation']['count']>>
}

/** Of those that were not rejected. */
const total = ({ counts }: Inviting, is: (row: Inviting['counts'][number]) => boolean): number =>
  counts.filter((row) => row.isRejected === 0 && is(row)).reduce((sum, { count }) => sum + count, 0)

const FRIENDS_MAX = 50

const InvitationRef = builder.objectRef<Inviting>('Inviting').implement({
  description: 'How a member brings friends, and how far those have come (I1–I5).',
  fields: (t) => ({
    isOpen: t.boolean({ resolve: (_, __, { program }) => program.body.invitation.isOpen }),
    code: t.exposeString('code', { description: 'What a link, a card or a mini-code carries.' }),
    attributionDays: t.int({
      description: 'How long a link counts once it was opened.',
      resolve: (_, __, { program }) =>
        Math.floor(program.body.invitation.attributionMs / 86_400_000),
    }),
    rewardAfterDays: t.int({
      description: 'How long the first order has to be kept.',
      resolve: (_, __, { program }) => program.body.invitation.rewardAfterDays,
    }),
    opened: t.int({
      description: 'How often the link was opened while it counts.',
      resolve: ({ code }, _, { stores, now, program }) =>
        stores.scene.openedSince(code, now() - program.body.invitation.attributionMs),
    }),
    joined: t.int({ resolve: (row) => total(row, () => true) }),
    qualified: t.int({
      description: 'Paid a first order, rewarded or not.',
      resolve: (row) => total(row, ({ state }) => state === 'qualified' || state === 'rewarded'),
    }),
    rewarded: t.int({ resolve: (row) => total(row, ({ state }) => state === 'rewarded') }),
    held: t.int({
      description: 'Looked at before they count.',
      resolve: (row) => total(row, ({ isHeld }) => isHeld > 0),
    }),
    friends: t.field({
      type: FriendPageRef,
      description: 'The latest first.',
      args: { first: t.arg.int({ defaultValue: 20 }), after: t.arg.string() },
      resolve: async ({ memberId }, { first, after }, { stores }) => {
        const limit = Math.min(FRIENDS_MAX, Math.max(1, first ?? 20))
        const [at, inviteeId] = /^(\d{1,16})\.([\w-]+)$/.exec(after ?? '')?.slice(1) ?? []
        const rows = await stores.invitation.ofInviter(
          memberId,
          limit + 1,
          at && inviteeId ? { at: Number(at), inviteeId } : undefined,
        )
        const last = rows.length > limit ? rows[limit - 1] : undefined
        const end = last ? `${last.at}.${last.inviteeId}` : null
        return { rows: rows.slice(0, limit), end }
      },
    }),
  }),
})

builder.objectField(MemberRef, 'inviting', (t) =>
  t.field({
    type: InvitationRef,
    nullable: true,
    description: 'Null for a member who was made without a code of their own.',
    resolve: async ({ id: memberId }, _, { stores }) => {
      const [own, counts] = await Promise.all([
        stores.scene.of('member', memberId),
        stores.invitation.count(memberId),
      ])
      return own ? { memberId, code: own.code, counts } : null
    },
  }),
)

const MiniCodeRef = builder
  .objectRef<{ kind: 'MiniCode'; contentType: string; bytes: string }>('MiniCode')
  .implement({
    description: 'The picture of a member’s own code, for a poster.',
    fields: (t) => ({
      contentType: t.exposeString('contentType'),
      bytes: t.exposeString('bytes', { description: 'In base64.' }),
    }),
  })

const MiniCodeLaterRef = builder
  .objectRef<{ kind: 'MiniCodeLater'; retryAfterMs: number | null }>('MiniCodeLater')
  .implement({
    description: 'The platform draws none now.',
    fields: (t) => ({ retryAfterMs: t.exposeInt('retryAfterMs', { nullable: true }) }),
  })

const PAGE = 'packages/social/landing/index'

builder.mutationField('drawMiniCode', (t) =>
  t.field({
    description: 'Draws the member’s mini-program code, once; from then on it is kept.',
    ...forMember(10),
    type: outcomeUnion('DrawMiniCodeOutcome', [MiniCodeRef, MiniCodeLaterRef]),
    resolve: async (_, __, context) => {
      const { stores, wechat, perform } = context
      const { memberId, actor } = memberOf(context)
      const own = await stores.scene.of('member', memberId)
      if (!own) return { kind: 'MiniCodeLater' as const, retryAfterMs: null }
      const kept = await stores.scene.image(own.code)
      if (kept) return { kind: 'MiniCode' as const, ...kept }
      const drawn = await wechat.miniCode({
        ...{ scene: own.code, page: PAGE, width: MINI_CODE_WIDTH_MIN },
      })
      if (drawn.kind === 'refused')
        return { kind: 'MiniCodeLater' as const, retryAfterMs: drawn.retryAfterMs ?? null }
      const { contentType } = drawn
      const bytes = toBase64(drawn.bytes)
      return perform({
        name: 'drawMiniCode',
        actor,
        load: () => stores.scene.image(own.code),
        decide: (before, { now: at }) => ({
          outcome: { kind: 'MiniCode' as const, ...(before ?? { contentType, bytes }) },
          changes: before ? [] : [{ kind: 'scene-drawn', code: own.code, contentType, bytes, at }],
        }),
      })
    },
  }),
)

const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
