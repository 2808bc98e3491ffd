import Client from 'better-sqlite3'
import { describe, expect, it, vi } from 'vitest'
import { settledUntil, tryOnFacts } from '../../bff/src/back-test/run.ts'
import { post } from '../../bff/src/ledger/ledger.ts'
import { fill } from '../../bff/src/ledger/lots.ts'
import { digest } from '../../bff/src/secrets.ts'
import { openTestSqlite } from '../fixtures/databases.ts'
import { liveNineDays } from '../fixtures/history.ts'
import { type OpenedApp, openApp } from '../fixtures/open-app.ts'
import { backTestContract } from './back-test.contract.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

describe('back-tests on SQLite', () =>
  backTestContract({ open: openTestSqlite, openAgain: ({ driver }) => driver }))

const FIRST_DAY = '2026-03-02'

describe('a ledger that somebody had a hand in', () => {
  type Story = { app: OpenedApp; lin: string; client: InstanceType<typeof Client> }

  /** Points out of nowhere, in books that agree with each other in everything. */
  async function forge({ app, lin }: Story): Promise<void> {
    const before = await app.stores.member.loadKnown(lin)
    const lot = before.lots[0]
    if (!lot) throw new Error('Lin has a lot')
    const moves = [{ lotId: lot.id, amount: 500 }]
    const parts = [{ kind: 'noted', note: '补偿', amount: 500 }] as const
    const posting = { unit: 'points', kind: 'adjust', key: 'forged', ruleId: null } as const
    const { state, entry } = post(
      before,
      { ...posting, amount: 500, parts, moves },
      { programVersion: 1, actor: 'staff:x', day: '2026-03-08', recordedAt: before.lastAt, digest },
      fill(before.lots, lot, 500),
    )
    await app.stores.commit([
      { kind: 'member-updated', before, after: state },
      { kind: 'entry', entry },
    ])
  }
  const change =
    (statement: string) =>
    ({ client, lin }: Story) => {
      for (const name of ['entries', 'facts'])
        for (const { trigger } of client
          .prepare(
            "select name as trigger from sqlite_master where type = 'trigger' and tbl_name = ?",
          )
          .all(name) as { trigger: string }[])
          client.exec(`drop trigger ${trigger}`)
      expect(client.prepare(statement).run({ lin }).changes).toBe(1)
    }

  it.each<[what: string, tamper: (story: Story) => void | Promise<void>, found: string]>([
    [
      'a balance',
      change('update members set points = points + 100 where id = @lin'),
      'entry 15: the member holds 103 points',
    ],
    [
      'an entry',
      change('update entries set amount = 3 where member_id = @lin and seq = 1'),
      'entry 1: was changed after it was written',
    ],
    [
      'an entry that is gone',
      change('delete from entries where member_id = @lin and seq = 15'),
      'entry 14: the member counts other entries',
    ],
    [
      'points out of nowhere, in books that agree with each other',
      forge,
      'the facts make 15 entries',
    ],
    [
      'a tier nobody reached',
      change("update members set tier_id = 'evergreen' where id = @lin"),
      'the facts make other tierId',
    ],
    [
      'a freeze nobody earned',
      change(
        `update members set rest = replace(rest, '"freezes":1', '"freezes":2') where id = @lin`,
      ),
      'the facts make other streak',
    ],
    [
      'a fact that is gone',
      change("delete from facts where member_id = @lin and kind = 'hold-captured'"),
      'the member counts facts that are not there',
    ],
    [
      'a fact that says something else',
      change(
        `update facts set body = replace(body, '"amount":25', '"amount":24')
         where member_id = @lin and kind = 'points-held'`,
      ),
      'the facts make 15 entries with another hash',
    ],
  ])('is found: %s', async (_, tamper, found) => {
    const { driver, address, dispose } = await openTestSqlite()
    const app = await openApp({ driver })
    const { lin } = await liveNineDays(app)
    const client = new Client(address)
    await tamper({ app, lin: lin.id, client })
    client.close()
    const trial = { draft: null, from: FIRST_DAY, until: settledUntil(app.clock.at) }
    const { identical, differing, differences } = await tryOnFacts(
      app.stores,
      trial,
      digest,
      async () => undefined,
    )
    expect({ identical, differing, differences }).toEqual({
      identical: false,
      differing: 1,
      differences: [{ memberId: lin.id, what: found }],
    })
    await dispose()
  })
})
