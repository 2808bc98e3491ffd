import { expect } from 'vitest'
import { auditLedger } from '../../bff/src/ledger/audit-ledger.ts'
import { entryHash } from '../../bff/src/ledger/ledger.ts'
import type { Entry, MemberState } from '../../bff/src/model.ts'
import { digest } from '../../bff/src/secrets.ts'
import type { House } from './house.ts'
import type { Pencil } from './pencil.ts'
import type { Town } from './town.ts'

/** Each compare audits what is new in the chain; the whole of it every so many. */
const AUDIT_WHOLE_EVERY = 8

/** What is stored of a member is what the pencil has, and the chain proves it (L2, L3, L5, X1). */
export async function compare(house: House, { id, pencil }: Town['people'][number]) {
  const { stores } = house.app
  const state = await stores.member.loadKnown(id)
  const chain = house.chains.get(id) ?? []
  const newer = { memberId: id, units: [], aboveSeq: chain.length, belowSeq: 2 ** 52, limit: 1_000 }
  const added = await stores.ledger.page({ ...newer, oldestFirst: true })
  const [stored, written] = [real(state), onPaper(pencil)]
  // Asked in the short way first: the long one would be most of the work.
  if (JSON.stringify(stored) !== JSON.stringify(written)) expect(stored, id).toEqual(written)
  const broken = brokenLinks(state, chain, added)
  if (broken.length > 0) expect(broken, id).toEqual([])
  chain.push(...added)
  house.chains.set(id, chain)
  house.tally.checks += 2
  if (house.tally.checks % AUDIT_WHOLE_EVERY !== 0) return
  expect(auditLedger(state, chain, digest), id).toEqual([])
  house.tally.checks += 1
}

/** Entries that do not follow from those before them, up to the head the member holds. */
function brokenLinks(state: MemberState, chain: readonly Entry[], added: readonly Entry[]) {
  const heads = [chain.at(-1)?.hash ?? '', ...added.map(({ hash }) => hash)]
  const broken = added.filter(
    (entry, i) => entry.prevHash !== heads[i] || entry.hash !== entryHash(entry, digest),
  )
  return heads.at(-1) === state.chainHead ? broken : [...broken, 'the member holds another head']
}

export async function compareAll(house: House, { people }: Town): Promise<void> {
  for (const person of people) await compare(house, person)
}

const real = (state: MemberState) => ({
  points: state.points,
  pending: state.pending,
  held: state.held,
  debt: state.debt,
  growth: state.growth,
  entries: state.entrySeq,
  tierId: state.tierId,
  inGrace: state.tierGrants.some(({ reason }) => reason === 'grace'),
  streak: state.streak.days,
  best: state.streak.bestDays,
  lastDay: state.streak.lastDay ?? undefined,
  freezes: state.streak.freezes,
  makeUps: state.streak.makeUps,
  badges: state.badges.map(({ badgeId }) => badgeId).sort(),
  birthday: state.birthday ?? undefined,
  lastAt: state.lastAt,
  holds: state.holds.map(({ id, amount }) => `${id} ${amount}`).sort(),
  lots: state.lots.map(
    ({ id, expiresOn, remaining, held, releasesOn }) =>
      `${id} ends ${expiresOn} holds ${remaining} (${held}) from ${releasesOn}`,
  ),
})

const onPaper = ({ purse, ladder, calendar, badges, birthday, lastAt }: Pencil) => ({
  points: purse.points,
  pending: purse.pending,
  held: purse.held,
  debt: purse.debt,
  growth: ladder.growth,
  entries: purse.lines,
  tierId: ladder.tierId,
  inGrace: ladder.inGrace,
  streak: calendar.streak,
  best: calendar.best,
  lastDay: calendar.lastDay,
  freezes: calendar.freezes,
  makeUps: calendar.makeUps,
  badges: [...badges].sort(),
  birthday,
  lastAt,
  holds: [...purse.holds].map(([id, { amount }]) => `${id} ${amount}`).sort(),
  lots: purse.heaps.map(
    ({ id, endsOn, left, held, freeFrom }) =>
      `${id} ends ${endsOn} holds ${left} (${held}) from ${freeFrom}`,
  ),
})
