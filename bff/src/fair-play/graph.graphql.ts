import { forOperator } from '../graphql/auth.ts'
import { builder } from '../graphql/builder.ts'
import type { Invitation } from '../invitation/invitation.ts'
import { standingOf } from '../invitation/invitation.ts'

/** One friend of another, as operators see it: ids and circumstances, no names. */
const EdgeRef = builder.objectRef<Invitation>('InvitationEdge').implement({
  fields: (t) => ({
    inviterId: t.exposeID('inviterId'),
    inviteeId: t.exposeID('inviteeId'),
    state: t.string({ resolve: standingOf }),
    signalId: t.exposeID('suspicion', { nullable: true }),
    joinedAt: t.expose('at', { type: 'Time' }),
    sharesDeviceWith: t.idList({
      description: 'Other members who signed in on a phone of the invitee.',
      resolve: async ({ inviteeId }, _, { stores }) => {
        const own = await stores.trace.ofMember(inviteeId)
        const beside = await Promise.all(own.map((row) => stores.trace.onDevice(row.deviceHash)))
        const ids = new Set(beside.flat().map(({ memberId }) => memberId))
        ids.delete(inviteeId)
        return [...ids]
      },
    }),
  }),
})

const GraphRef = builder
  .objectRef<{ edges: readonly Invitation[]; isCut: boolean }>('InvitationGraph')
  .implement({
    description: 'Who brought whom, from one member outwards, nearest first.',
    fields: (t) => ({
      edges: t.field({ type: [EdgeRef], resolve: ({ edges }) => edges }),
      isCut: t.exposeBoolean('isCut', { description: 'There are more than the 500 shown.' }),
    }),
  })

const EDGES_MAX = 500
const STEPS_MAX = 6
const FRIENDS_MAX = 200

builder.queryField('invitationGraph', (t) =>
  t.field({
    description: 'The member’s own inviter, and up to six steps of those they brought (Y3).',
    ...forOperator(30),
    type: GraphRef,
    args: { memberId: t.arg.id({ required: true }) },
    resolve: async (_, { memberId }, { stores }) => {
      const own = await stores.invitation.find(memberId)
      const edges: Invitation[] = own ? [own] : []
      let ring: readonly string[] = [memberId]
      for (let step = 0; step < STEPS_MAX && ring.length > 0 && edges.length < EDGES_MAX; step++) {
        const found: Invitation[] = []
        for (const id of ring) {
          if (edges.length + found.length >= EDGES_MAX) break
          found.push(...(await stores.invitation.ofInviter(id, FRIENDS_MAX)))
        }
        edges.push(...found)
        ring = found.map(({ inviteeId }) => inviteeId)
      }
      return { edges: edges.slice(0, EDGES_MAX), isCut: edges.length >= EDGES_MAX }
    },
  }),
)
