import { createHash } from 'node:crypto'
import { expect } from 'vitest'
import { people } from '../../bff/scripts/people.ts'
import { streakOf } from '../../bff/src/check-in/streak.ts'
import { auditLedger } from '../../bff/src/ledger/audit-ledger.ts'
import type { CheckInDayKind, Entry } from '../../bff/src/model.ts'
import type { OpenedApp } from '../fixtures/open-app.ts'
import { allRows } from '../fixtures/rows.ts'
import type { Town } from './story.model.ts'

const digest = (text: string): string => createHash('sha256').update(text).digest('hex')
const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, one) => sum + one, 0)

/** What must be true of every member at any time, read from the tables themselves. */
export async function checkTown(town: Town, { driver, stores, hashPhone }: OpenedApp) {
  const rows = await allRows(driver)
  expect(rows.members).toHaveLength(town.members.size)
  for (const [name, tally] of town.members) {
    const { phone } = people[name as keyof typeof people]
    const memberId = (await stores.member.memberIdOf('phone', hashPhone(phone))) ?? ''
    const mine = <Row>(table: string): Row[] =>
      (rows[table] as { memberId: string }[]).filter((row) => row.memberId === memberId) as Row[]

    const state = await stores.member.loadKnown(memberId)
    const entries = mine<Entry>('entries').sort((one, other) => one.seq - other.seq)
    const amounts = (unit: string) =>
      entries.filter((entry) => entry.unit === unit).map(({ amount }) => amount)
    const days = mine<{ day: string; kind: CheckInDayKind }>('checkInDays').sort((one, other) =>
      one.day < other.day ? -1 : 1,
    )
    const checkedIn = days.filter(({ kind }) => kind === 'checked-in').map(({ day }) => day)
    const { streak } = state

    expect(auditLedger(state, entries, digest), `${name}'s chain`).toEqual([])
    expect({
      points: state.points,
      entriesOfPoints: sumOf(amounts('points')),
      putIntoLots: sumOf(entries.flatMap(({ moves }) => moves.map(({ amount }) => amount))),
      lotsRemaining: sumOf(state.lots.map(({ remaining }) => remaining)),
      growth: state.growth,
      entriesOfGrowth: sumOf(amounts('growth')),
      days: streak.days,
      daysAgain: streakOf(days).days,
      bestDaysAgain: streakOf(days).bestDays,
      freezes: streak.freezes,
      checkedIn,
      badges: mine('badgeAwards').length,
      lookUps: mine('audit').length,
    }).toEqual({
      points: tally.points,
      entriesOfPoints: tally.points,
      putIntoLots: tally.points,
      lotsRemaining: tally.points,
      growth: tally.growth,
      entriesOfGrowth: tally.growth,
      days: tally.streakDays,
      daysAgain: tally.streakDays,
      bestDaysAgain: streak.bestDays,
      freezes: tally.freezes,
      checkedIn: tally.checkIns.map(({ day }) => day),
      badges: tally.badge ? 1 : 0,
      lookUps: tally.lookUps,
    })
  }
}
