import { addDays } from '@evergreen/shared/day.ts'
import { extendStreak } from '../check-in/streak.ts'
import type { Fact } from '../fact.ts'
import { builder } from '../graphql/builder.ts'
import type { Context } from '../graphql/context.ts'
import { badInput } from '../graphql/refusals.ts'
import { MemberRef } from '../member/member.graphql.ts'
import { dayFor } from '../member/member.ts'
import type { MemberState, StoredFact } from '../model.ts'
import { orderKey } from '../order/order.ts'
import { periodOf } from '../program/period.ts'
import type { Multiplier, Program, Rule } from '../program/program.ts'
import { occasionOf } from '../settle/conditions.ts'
import { termsFor } from '../settle/terms.ts'
import type { Evidence, WhyNot } from './why-not.ts'
import { asTheyWere, kindsOf, whyNot } from './why-not.ts'

const WhyNotRef = builder.objectRef<WhyNot>('WhyNot').implement({
  description: 'Why a rule gave nothing, or not all, for one thing that happened.',
  fields: (t) => ({
    ruleId: t.exposeID('rowId'),
    ruleName: t.exposeString('rowName'),
    points: t.expose('points', { type: 'Amount', description: 'What it did give.' }),
    growth: t.expose('growth', { type: 'Amount' }),
    reasons: t.exposeStringList('reasons', {
      description: 'In words; empty when everything the rule asks for holds.',
    }),
  }),
})

builder.objectField(MemberRef, 'whyNot', (t) =>
  t.field({
    description:
      'Asks a rule (or a multiplier) about a fact; without a fact, about the next one that may come; ' +
      'without a rule, every rule that did not give all. Null when there is no such rule or fact.',
    type: [WhyNotRef],
    nullable: true,
    args: { ruleId: t.arg.id(), factKey: t.arg.id() },
    resolve: async (member, { ruleId, factKey }, context) => {
      if (!ruleId && !factKey) throw badInput('ruleId', 'name a rule or a fact')
      if (!factKey) return ofTheNext(member, ruleId as string, context)
      const stored = await context.stores.fact.find(member.id, factKey)
      return stored ? ofStored(member, stored, ruleId ?? undefined, context) : null
    },
  }),
)

const rowsOf = ({ rules, multipliers }: Program): readonly (Rule | Multiplier)[] => [
  ...rules,
  ...multipliers,
]

/** The next fact that a rule waits for, as it would be now. */
function ofTheNext(member: MemberState, ruleId: string, { book, now }: Context): WhyNot[] | null {
  const day = dayFor(member, now())
  const terms = termsFor(member, book, day)
  const row = rowsOf(terms).find(({ id }) => id === ruleId)
  if (!row) return null
  const kind = kindsOf(row)[0] as Fact['kind']
  const fact = { kind, key: 'next' } as Fact
  if (kind !== 'checked-in')
    return [whyNot(row, { fact, day, state: member, terms, order: undefined }, undefined)]
  // Who checked in today does so next tomorrow.
  const { lastDay } = member.streak
  const nextDay = lastDay !== null && lastDay >= day ? addDays(lastDay, 1) : day
  const { streak } = extendStreak(member.streak, nextDay)
  const state = { ...member, streak }
  return [whyNot(row, { fact, day: nextDay, state, terms, order: undefined }, undefined)]
}

async function ofStored(
  member: MemberState,
  stored: StoredFact,
  ruleId: string | undefined,
  { stores, book }: Context,
): Promise<WhyNot[] | null> {
  const { body: fact, seq, day } = stored
  const terms = book.version(stored.programVersion).body
  const rows = rowsOf(terms).filter((row) =>
    ruleId === undefined ? kindsOf(row).includes(fact.kind) : row.id === ruleId,
  )
  if (ruleId !== undefined && rows.length === 0) return null
  const [steps, [checkInDay], order] = await Promise.all([
    stores.tier.history(member.id),
    fact.kind === 'checked-in' ? stores.checkIn.days(member.id, day, day) : [],
    fact.kind === 'order-paid' ? stores.order.find(orderKey(fact.order)) : undefined,
  ])
  const then = { seq, steps, streakDays: checkInDay?.streakDays }
  const state = asTheyWere(member, then, terms)
  const occasion = occasionOf({ state, terms, order, day }, fact)
  const answers = await Promise.all(
    rows.map(async (row) => whyNot(row, occasion, await evidenceFor(row, stored, terms, stores))),
  )
  return ruleId === undefined ? answers.filter(({ reasons }) => reasons.length > 0) : answers
}

/** What is written of a rule and a fact: what it gave by it, and what limits held back. */
async function evidenceFor(
  row: Rule | Multiplier,
  { memberId, key: factKey, day, recordedAt }: StoredFact,
  terms: Program,
  { ledger }: Context['stores'],
): Promise<Evidence> {
  if (!('grant' in row)) return { entries: [], refusals: [] }
  const { id, period, grant } = row
  const key = `${id}:${period === undefined ? factKey : periodOf(period, day, terms)}`
  const coupons = (grant.coupons ?? []).flatMap(({ couponId, count }) =>
    Array.from({ length: count }, (_, i) => `${key}:${couponId}:${i + 1}`),
  )
  const [entries, refusals] = await Promise.all([
    ledger.ofKey(memberId, key),
    Promise.all([key, ...coupons].map((each) => ledger.refusalsOf(memberId, each))),
  ])
  return {
    entries: entries.filter((entry) => entry.recordedAt === recordedAt),
    refusals: refusals.flat().filter(({ at }) => at === recordedAt),
  }
}
