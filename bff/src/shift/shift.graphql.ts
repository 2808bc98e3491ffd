import { businessDay, startOfDay } from '@evergreen/shared/day.ts'
import { forEmployee } from '../graphql/auth.ts'
import { builder } from '../graphql/builder.ts'
import { staffOf } from '../graphql/context.ts'
import type { Shift, ShiftAct, ShiftKind } from './shift.ts'
import { shiftOf } from './shift.ts'

const ShiftKindRef = builder.enumType('ShiftKind', {
  values: {
    LOOK_UP: { value: 'look-up' },
    PURCHASE: { value: 'purchase' },
    REFUND: { value: 'refund' },
    HAND_OVER: { value: 'hand-over' },
    COUPON: { value: 'coupon' },
    BENEFIT: { value: 'benefit' },
    ADJUSTMENT: { value: 'adjustment' },
    UNDO: { value: 'undo' },
  } satisfies Record<string, { value: ShiftKind }>,
})

const ShiftActRef = builder.objectRef<ShiftAct>('ShiftAct').implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    at: t.expose('at', { type: 'Time' }),
    kind: t.field({ type: ShiftKindRef, resolve: ({ kind }) => kind }),
    about: t.exposeString('about', {
      nullable: true,
      description: 'A receipt, a thing, a sum; never a member.',
    }),
  }),
})

const ShiftCountRef = builder.objectRef<Shift['counts'][number]>('ShiftCount').implement({
  fields: (t) => ({
    kind: t.field({ type: ShiftKindRef, resolve: ({ kind }) => kind }),
    count: t.exposeInt('count'),
  }),
})

const ShiftRef = builder.objectRef<Shift>('Shift').implement({
  fields: (t) => ({
    day: t.expose('day', { type: 'Day' }),
    counts: t.field({ type: [ShiftCountRef], resolve: ({ counts }) => [...counts] }),
    acts: t.field({
      type: [ShiftActRef],
      description: 'The last 20, newest first.',
      resolve: ({ acts }) => [...acts],
    }),
  }),
})

/** More than one person does at a counter in a day. */
const RECORDS_MAX = 5_000

builder.queryField('myShift', (t) =>
  t.field({
    description: 'What the asker did on this business day, at whichever shop.',
    ...forEmployee(60),
    type: ShiftRef,
    resolve: async (_, __, context) => {
      const day = businessDay(context.now())
      const { actor } = staffOf(context)
      const records = await context.stores.audit.ofActor(actor, startOfDay(day), RECORDS_MAX)
      return shiftOf(day, records)
    },
  }),
)
