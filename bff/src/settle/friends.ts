import type { FriendFact, ReportedFact } from '../fact.ts'
import { friendKinds } from '../fact.ts'
import { keptBase, sum } from '../order/net.ts'
import { tellFriend } from '../outbox/outbox.ts'
import type { Invited } from '../state.ts'
import { netOf } from './conditions.ts'
import type { Run } from './run.ts'

const DAY_MS = 86_400_000

/** Whoever came by a friend's link remembers that friend. */
export function remember(run: Run, { from }: Extract<ReportedFact, { kind: 'joined' }>): void {
  if (from?.kind === 'member')
    run.state = { ...run.state, invited: { inviterId: from.id, order: null, grown: 0 } }
}

/**
 * What a fact means for the friend who brought this member: the first paid order qualifies (I3), a
 * part of the growth is shared (G7). It goes one step and no further: what came from friends of
 * their own is not shared again.
 */
export function tellInviter(run: Run, fact: ReportedFact): void {
  const { invited } = run.state
  if (!invited || !run.terms.invitation.isOpen) return
  if (fact.kind === 'order-paid') qualify(run, invited)
  if (fact.kind === 'order-refunded') reopen(run, invited, fact.order)
  const happened = fact.kind === 'quarantine-released' ? fact.fact.kind : fact.kind
  if (!friendKinds.some((kind) => kind === happened)) share(run)
}

function qualify(run: Run, invited: Invited): void {
  const { qualifyMinFen, rewardAfterDays } = run.terms.invitation
  const order = run.order?.key
  if (order === undefined || invited.order !== null || netOf(run.order) < qualifyMinFen) return
  const { recordedAt, newId } = run.place
  const rewardsAt = recordedAt + rewardAfterDays * DAY_MS
  change(run, { ...invited, order })
  const inviteeId = run.state.id
  run.changes.push(
    { kind: 'invitation-qualified', inviteeId, order, rewardsAt },
    tellFriend(invited.inviterId, friendFact(inviteeId, 'friend-qualified'), {
      ...{ dueAt: rewardsAt, order, newId },
    }),
  )
}

/** What went back does not qualify; the next order can. */
function reopen(run: Run, invited: Invited, order: string): void {
  if (invited.order !== order || keptFen(run) >= run.terms.invitation.qualifyMinFen) return
  change(run, { ...invited, order: null })
  run.changes.push({ kind: 'invitation-reopened', inviteeId: run.state.id, order })
}

/** What is left of the part of the order that earns (fen). */
const keptFen = (run: Run): number => sum((run.order?.lines ?? []).map(keptBase))

/** Growth is shared in whole steps, so that nothing is lost to rounding and nobody is told of crumbs. */
function share(run: Run): void {
  const { invited, id, factSeq } = run.state
  if (!invited) return
  const { growthStep } = run.terms.invitation
  const earned = run.entries
    .filter(({ unit, kind }) => unit === 'growth' && (kind === 'earn' || kind === 'clawback'))
    .reduce((all, { amount }) => all + amount, 0)
  if (earned === 0) return
  const grown = invited.grown + earned
  const amount = Math.max(0, Math.floor(grown / growthStep) * growthStep)
  change(run, { ...invited, grown: grown - amount })
  if (amount === 0) return
  const { recordedAt, newId } = run.place
  const fact = { ...friendFact(id, 'friend-grew'), key: `friend-grew:${id}:${factSeq}`, amount }
  run.changes.push(tellFriend(invited.inviterId, fact, { dueAt: recordedAt, newId }))
}

const friendFact = (inviteeId: string, kind: FriendFact['kind']): FriendFact => ({
  ...{ kind, key: `${kind}:${inviteeId}`, about: inviteeId },
})

function change(run: Run, invited: Invited): void {
  run.state = { ...run.state, invited }
}
