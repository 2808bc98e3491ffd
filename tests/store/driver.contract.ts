import { rmSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Driver } from '../../bff/src/db/driver.ts'
import type { TestDatabase } from '../fixtures/databases.ts'
import { ledgerOf, migrationsOf } from './driver.tables.ts'

const lin = { id: 'lin', version: 0, balance: 100, isOpen: true }
const wang = { id: 'wang', version: 0, balance: 50, isOpen: false }

/** What every driver promises to the features, whatever database is behind it. */
export function driverContract(
  dialect: Driver['dialect'],
  open: (options: { migrationsFolder: string }) => Promise<TestDatabase>,
): void {
  let database: TestDatabase
  let driver: Driver
  let ledger: ReturnType<typeof ledgerOf>
  let migrationsFolder: string

  beforeAll(async () => {
    migrationsFolder = await migrationsOf(dialect)
  })
  afterAll(() => rmSync(migrationsFolder, { recursive: true }))

  beforeEach(async () => {
    database = await open({ migrationsFolder })
    driver = database.driver
    ledger = ledgerOf(driver)
    await driver.commit([ledger.addAccount(lin), ledger.addAccount(wang)])
  })
  afterEach(() => database.dispose())

  const balanceOf = async (id: string) => (await ledger.account({ id }))[0]?.balance

  it('writes all of a commit', async () => {
    const writes = [
      ledger.turn({ id: 'lin', version: 0, balance: 130 }),
      ledger.addEntry({ accountId: 'lin', seq: 1, amount: 30 }),
    ]
    expect(await driver.commit(writes)).toBe('committed')
    expect(await balanceOf('lin')).toBe(130)
    expect(await ledger.entries({ accountId: 'lin' })).toEqual([{ seq: 1, amount: 30 }])
  })

  it('takes back the whole commit when one write touches no row', async () => {
    const writes = [
      ledger.addEntry({ accountId: 'lin', seq: 1, amount: 30 }),
      ledger.turn({ id: 'lin', version: 7, balance: 130 }),
      ledger.addEntry({ accountId: 'lin', seq: 2, amount: 30 }),
    ]
    expect(await driver.commit(writes)).toBe('conflict')
    expect(await balanceOf('lin')).toBe(100)
    expect(await ledger.entries({ accountId: 'lin' })).toEqual([])
  })

  it('takes back a write that touches two rows', async () => {
    expect(await driver.commit([ledger.closeAll({})])).toBe('conflict')
    expect(await ledger.openOrClosed({ isOpen: true })).toEqual([{ id: 'lin' }])
  })

  it.each([
    ['a primary key', { ...lin, balance: 1 }],
    ['a unique index', { ...lin, id: 'chen', nickname: 'xiao' }],
  ])('calls %s that is taken a conflict', async (_, row) => {
    await driver.commit([ledger.addAccount({ ...lin, id: 'zhao', nickname: 'xiao' })])
    const writes = [ledger.pay({ id: 'wang', amount: 5 }), ledger.addAccount(row)]
    expect(await driver.commit(writes)).toBe('conflict')
    expect(await balanceOf('wang')).toBe(50)
  })

  it('throws at a violated CHECK and changes nothing', async () => {
    const writes = [
      ledger.pay({ id: 'wang', amount: 5 }),
      ledger.pay({ id: 'lin', amount: -101 }),
      ledger.pay({ id: 'wang', amount: 5 }),
    ]
    await expect(driver.commit(writes)).rejects.toThrow(/accounts_balance/)
    expect(await balanceOf('wang')).toBe(50)
  })

  it('throws at a missing value and at a reference to nothing', async () => {
    const nameless = { ...lin, id: 'chen', balance: null } as unknown as typeof lin
    await expect(driver.commit([ledger.addAccount(nameless)])).rejects.toThrow(/null/i)
    const orphan = ledger.addEntry({ accountId: 'nobody', seq: 1, amount: 1 })
    await expect(driver.commit([orphan])).rejects.toThrow(/foreign key/i)
    expect(await ledger.account({ id: 'chen' })).toEqual([])
  })

  it('tells an error without the values of the row', async () => {
    const secret = { ...lin, id: 'chen', balance: -1, nickname: '13800138000' }
    const error = await driver.commit([ledger.addAccount(secret)]).catch((thrown) => thrown)
    expect(error).toBeInstanceOf(Error)
    expect(JSON.stringify({ ...error, text: `${error} ${error.stack}` })).not.toContain('138001')
  })

  it('lets one of ten rivals through', async () => {
    const rivals = Array.from({ length: 10 }, (_, place) =>
      driver.commit([ledger.turn({ id: 'lin', version: 0, balance: place })]),
    )
    const outcomes = await Promise.all(rivals)
    expect(outcomes.filter((outcome) => outcome === 'committed')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome === 'conflict')).toHaveLength(9)
    expect((await ledger.account({ id: 'lin' }))[0]?.version).toBe(1)
  })

  it('lands 200 commits that come at once', async () => {
    const commits = Array.from({ length: 200 }, (_, place) =>
      driver.commit([
        ledger.pay({ id: 'lin', amount: 1 }),
        ledger.addEntry({ accountId: 'lin', seq: place, amount: 1 }),
      ]),
    )
    expect(new Set(await Promise.all(commits))).toEqual(new Set(['committed']))
    expect(await balanceOf('lin')).toBe(300)
    expect(await ledger.entries({ accountId: 'lin' })).toHaveLength(200)
  })

  it('keeps a refused commit and a broken one from harming those beside them', async () => {
    const commits = Array.from({ length: 60 }, (_, place) => {
      const entry = ledger.addEntry({ accountId: 'lin', seq: place, amount: 1 })
      if (place % 3 === 1) return driver.commit([entry, ledger.turn({ ...lin, version: 7 })])
      if (place % 3 === 2) return driver.commit([entry, ledger.pay({ id: 'lin', amount: -500 })])
      return driver.commit([entry])
    })
    const settled = await Promise.allSettled(commits)
    const words = settled.map((one) => (one.status === 'fulfilled' ? one.value : 'thrown'))
    expect(words.slice(0, 3)).toEqual(['committed', 'conflict', 'thrown'])
    const count = (word: string) => words.filter((each) => each === word).length
    expect([count('committed'), count('conflict'), count('thrown')]).toEqual([20, 20, 20])
    const seqs = (await ledger.entries({ accountId: 'lin' })).map(({ seq }) => seq)
    expect(seqs).toEqual(Array.from({ length: 20 }, (_, place) => place * 3))
  })

  it.each([
    ['an object in its order of keys', { b: 1, a: [true, null, 'é中😀'], 10: '\\"' }],
    ['a text that looks like a number', '123'],
    ['a text that looks like JSON', '{"a":1}'],
    ['a number', 1.5],
    ['false', false],
    ['nothing', null],
  ])('gives back JSON as it was written: %s', async (_, rest) => {
    const writes = [ledger.addAccount({ ...lin, id: 'chen', rest })]
    await driver.commit(writes)
    expect(JSON.stringify((await ledger.account({ id: 'chen' }))[0]?.rest)).toBe(
      JSON.stringify(rest),
    )
    await driver.commit([ledger.rewrite({ id: 'lin', isOpen: false, rest })])
    expect((await ledger.account({ id: 'lin' }))[0]).toEqual({
      ...{ id: 'lin', version: 0, balance: 100, isOpen: false, nickname: null },
      rest,
    })
  })

  it('keeps whole numbers up to 2^53 - 1 and refuses what is beyond or between', async () => {
    const balance = 9007199254740991
    await driver.commit([ledger.addAccount({ ...lin, id: 'chen', balance })])
    expect(await balanceOf('chen')).toBe(9007199254740991)
    for (const amount of [2 ** 53, 1.5, Number.NaN]) {
      expect(() => ledger.addEntry({ accountId: 'lin', seq: 1, amount })).toThrow(/safe integer/)
    }
  })

  it('takes a missing argument for a bug, except in an insert', async () => {
    const incomplete = { id: 'lin' } as { id: string; amount: number }
    expect(() => ledger.pay(incomplete)).toThrow('the argument amount is missing')
    const nobody = { id: undefined } as unknown as { id: string }
    await expect(ledger.account(nobody)).rejects.toThrow('the argument id is missing')
    expect((await ledger.account({ id: 'lin' }))[0]).toMatchObject({ nickname: null, rest: null })
  })

  it('compares with a boolean argument', async () => {
    expect(await ledger.openOrClosed({ isOpen: true })).toEqual([{ id: 'lin' }])
    expect(await ledger.openOrClosed({ isOpen: false })).toEqual([{ id: 'wang' }])
  })

  it('sorts text by its bytes', async () => {
    const names = ['a', '中', 'B', 'z', 'é', '_']
    await driver.commit(names.map((id) => ledger.addAccount({ ...lin, id, isOpen: false })))
    const found = await ledger.openOrClosed({ isOpen: false })
    expect(found.map(({ id }) => id)).toEqual(['B', '_', 'a', 'wang', 'z', 'é', '中'])
  })

  it('takes an argument for data, whatever it says', async () => {
    const id = `'; drop table entries; --`
    await driver.commit([ledger.addAccount({ ...lin, id })])
    expect(await balanceOf(id)).toBe(100)
    expect(await ledger.account({ id: `lin' or 'a' = 'a` })).toEqual([])
  })

  it('refuses to change or remove an entry', async () => {
    await driver.commit([ledger.addEntry({ accountId: 'lin', seq: 1, amount: 30 })])
    const change = ledger.changeEntry({ accountId: 'lin', amount: 3000 })
    await expect(driver.commit([change])).rejects.toThrow('entries is only added to')
    const removal = ledger.removeEntry({ accountId: 'lin' })
    await expect(driver.commit([removal])).rejects.toThrow('entries is only added to')
    expect(await ledger.entries({ accountId: 'lin' })).toEqual([{ seq: 1, amount: 30 }])
  })

  it('finishes what is under way when it is closed, and refuses what comes later', async () => {
    const underWay = driver.commit([ledger.pay({ id: 'lin', amount: 1 })])
    await driver.close()
    expect(await underWay).toBe('committed')
    const late = driver.commit([ledger.pay({ id: 'lin', amount: 1 })])
    await expect(late).rejects.toThrow('the database is closed')
  })
}
