import { afterEach, beforeEach, expect } from 'vitest'
import type { Driver } from '../../bff/src/db/driver.ts'
import type { TestDatabase } from '../fixtures/databases.ts'
import { type OpenAppOptions, type OpenedApp, openApp } from '../fixtures/open-app.ts'
import { faultyDriver } from './faulty-driver.ts'
import { problemsIn } from './sound.ts'

/** A kind of database, and how another process comes to the same one. */
export interface Databases {
  open(): Promise<TestDatabase>
  /** A database in a file belongs to one process: then it is the same driver. */
  openAgain(database: TestDatabase): Driver
}

/** The app at a database of its own, for one test at a time. */
export interface Place {
  app: OpenedApp
  /** Makes commits of `app` go wrong. */
  breakNext: ReturnType<typeof faultyDriver>['breakNext']
  /** The app in another process, at the same database and with the same clock. */
  openAnother(options?: OpenAppOptions): Promise<OpenedApp>
}

/** Opens a place for each test; after each test everything stored must be sound. */
export function openPlace(databases: Databases, first: OpenAppOptions = {}): Place {
  const place = {} as Place
  let database: TestDatabase
  let others: Driver[]

  beforeEach(async () => {
    database = await databases.open()
    others = []
    const { driver, breakNext } = faultyDriver(database.driver)
    const app = await openApp({ ...first, driver })
    place.app = app
    place.breakNext = breakNext
    place.openAnother = async (options = {}) => {
      const another = databases.openAgain(database)
      if (another !== database.driver) others.push(another)
      return openApp({ driver: another, now: () => app.clock.at, ...options })
    }
  })

  afterEach(async () => {
    const problems = await problemsIn(database.driver)
    await Promise.all(others.map((driver) => driver.close()))
    await database.dispose()
    expect(problems).toEqual([])
  })

  return place
}
