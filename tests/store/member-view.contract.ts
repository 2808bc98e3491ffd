import { expect, it } from 'vitest'
import { people } from '../../bff/scripts/people.ts'
import { answered, newKey } from '../fixtures/acts.ts'
import { buy, report } from '../fixtures/report.ts'
import { countKinds, memberIdOf, times } from './member-acts.ts'
import { type Databases, openPlace } from './place.ts'

/** What a member reads of themself and does with tasks, on a real database. */
export function memberViewContract(databases: Databases): void {
  const place = openPlace(databases)
  const CLAIM = `mutation ($key: ID!) { claimTask(key: $key, taskId: "weekly-visit") {
    kind: __typename
  } }`

  it('gives a reward claimed from two processes at once to one of them', async () => {
    const { app } = place
    const other = await place.openAnother()
    const lin = await app.join(people.lin.phone)
    const linId = await memberIdOf(app, lin)
    await buy(app, linId, 1_000)
    app.clock.at += 86_400_000
    await buy(app, linId, 1_000)
    const answers = await Promise.all(
      times(6, (n) =>
        (n % 2 ? app : other).ask<{ claimTask: { kind: string } }>(CLAIM, { key: newKey() }, lin),
      ),
    )
    const kinds = countKinds(answers.map((answer) => answered(answer).claimTask))
    expect(kinds).toEqual({ TaskClaimed: 1, AlreadyClaimed: 5 })
  })

  it('counts holders of a badge and members, and forgets who lost it', async () => {
    const { app } = place
    const { badge, member } = app.stores
    for (const phone of ['13800000001', '13800000002', '13800000003'])
      await buy(app, await memberIdOf(app, await app.join(phone)), 1_000)
    const linId = await memberIdOf(app, await app.join('13800000001'))
    const revoked = { kind: 'badge-revoked', badgeId: 'first-order', reason: '误发' } as const
    await report(app, linId, { ...revoked, key: 'revoke-1' })
    expect((await badge.holders(app.clock.at)).get('first-order')).toBe(2)
    expect(await member.total(app.clock.at)).toBe(3)
  })

  it('finds what a rule gave for a fact, and what was held back', async () => {
    const { app } = place
    const lin = await app.join(people.lin.phone)
    const linId = await memberIdOf(app, lin)
    for (const key of times(4, (n) => `article-read:${n}`))
      await report(app, linId, { kind: 'article-read', key })
    const { ledger } = app.stores
    const first = await ledger.ofKey(linId, 'article-read:article-read:0')
    expect(first.map(({ unit, amount }) => [unit, amount])).toEqual([
      ['points', 1],
      ['growth', 1],
    ])
    expect(await ledger.ofKey(linId, 'article-read:article-read:3')).toEqual([])
    expect(await ledger.refusalsOf(linId, 'article-read:article-read:3')).toMatchObject([
      { limitId: 'article-read:times:day', wanted: 1, given: 0 },
    ])
    expect(await ledger.refusalsOf('another', 'article-read:article-read:3')).toEqual([])
  })
}
