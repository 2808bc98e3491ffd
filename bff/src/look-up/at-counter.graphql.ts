import type { Command, Decision, World } from '../command.ts'
import { builder } from '../graphql/builder.ts'
import type { Context, SignedInStaff } from '../graphql/context.ts'
import { staffOf } from '../graphql/context.ts'
import type { AuditRecord, MemberState } from '../model.ts'
import type { NotAtCounter } from './at-counter.ts'
import { notAtCounter } from './at-counter.ts'

type Of<K> = Extract<NotAtCounter, { kind: K }>

export const LookUpUnknownRef = builder.objectRef<Of<'LookUpUnknown'>>('LookUpUnknown').implement({
  fields: (t) => ({ message: t.string({ resolve: () => '请先扫顾客的会员码' }) }),
})

export const LookUpTooOldRef = builder.objectRef<Of<'LookUpTooOld'>>('LookUpTooOld').implement({
  fields: (t) => ({
    lookedUpAt: t.expose('lookedUpAt', { type: 'Time' }),
    message: t.string({ resolve: () => '扫码已超过10分钟，请顾客再出示一次会员码' }),
  }),
})

/** An act of staff for the member they have just looked up. */
interface CounterAct<Loaded, Outcome> {
  name: string
  lookUpId: string
  args: Readonly<Record<string, unknown>>
  load(memberId: string): Promise<Loaded>
  decide(
    found: Loaded & { member: MemberState },
    world: World,
    staff: SignedInStaff,
  ): Decision<Outcome>
}

interface Found<Loaded> {
  record: AuditRecord | undefined
  found: (Loaded & { member: MemberState }) | undefined
}

/**
 * The command of an act at the counter: staff name the member by their look-up and by nothing else
 * (Y2). To be performed with a key, or previewed.
 */
export function atCounter<Loaded, Outcome extends object>(
  context: Context,
  act: CounterAct<Loaded, Outcome>,
): Omit<Command<Found<Loaded>, Outcome | NotAtCounter>, 'key'> {
  const staff = staffOf(context)
  const { stores } = context
  const { name, lookUpId, args } = act
  return {
    name,
    actor: staff.actor,
    args: { lookUpId, ...args },
    load: async () => {
      const record = await stores.audit.find(lookUpId)
      const memberId = record?.memberId
      if (!memberId) return { record, found: undefined }
      const member = await stores.member.load(memberId)
      // A look at a member who left is a look at nobody.
      if (!member) return { record: undefined, found: undefined }
      return { record, found: { ...(await act.load(memberId)), member } }
    },
    decide: ({ record, found }, world) => {
      const refused = notAtCounter(record, staff, world.now)
      if (refused || !found) return { outcome: refused ?? { kind: 'LookUpUnknown' }, changes: [] }
      return act.decide(found, world, staff)
    },
  }
}
