import { describe, vi } from 'vitest'
import type { Driver } from '../../bff/src/db/driver.ts'
import { openTestSqlite } from '../fixtures/databases.ts'
import { chanceOf } from './house.ts'
import { racesContract } from './races.contract.ts'
import { rushContract } from './rush.contract.ts'
import { stockContract } from './stock.contract.ts'

vi.setConfig({ testTimeout: 300_000 })

/** A driver whose answers come late by chance, so that what began at once meets in many ways. */
function late(driver: Driver): Driver {
  const { randomInt } = chanceOf('late')
  const wait = async () => {
    for (let turns = randomInt(4); turns > 0; turns--)
      await new Promise((resolve) => setImmediate(resolve))
  }
  return {
    ...driver,
    read: (build) => {
      const read = driver.read(build)
      return async (args) => {
        await wait()
        const rows = await read(args)
        await wait()
        return rows
      }
    },
    async commit(writes) {
      await wait()
      return driver.commit(writes)
    },
  }
}

const open = async (heats: number) => {
  const { driver, dispose } = await openTestSqlite()
  const slow = late(driver)
  return { driver: slow, again: slow, heats, dispose }
}

describe('races on SQLite', () => racesContract('Q2-sqlite', () => open(4)))
describe('shared stock on SQLite', () => stockContract('Q2-sqlite', () => open(1)))
describe('a rush on SQLite', () => rushContract('sqlite', () => open(1)))
