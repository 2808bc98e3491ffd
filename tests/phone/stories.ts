import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { people, staff } from '../../bff/scripts/people.ts'
import { openStreets, type Street } from './open-phone.ts'

export const lin = { name: 'lin', phone: people.lin.phone }
export const zhao = { name: 'zhao', phone: staff.zhao.phone }

/** Every story is told on both, word for word. */
export const KINDS = ['weapp', 'h5'] as const

/** A new street for each story of a file: its own server and database, one browser for all. */
export function eachOnItsOwnStreet(): { readonly street: Street } {
  let streets: Awaited<ReturnType<typeof openStreets>>
  let street: Street
  beforeAll(async () => {
    streets = await openStreets()
  })
  afterAll(() => streets.close())
  beforeEach(async () => {
    street = await streets.openStreet()
  })
  afterEach(() => street.close())
  return {
    get street() {
      return street
    },
  }
}
