import { addDays, startOfDay } from '@evergreen/shared/day.ts'
import { digest } from '../../bff/src/secrets.ts'

/** Members by their number: the seed, the servers and the load know them without asking. */
export const memberIdOf = (number: number): string => `member-${String(number).padStart(5, '0')}`
export const tokenOf = (number: number): string => digest(`token of member ${number}`)

/** The members of one round, spread evenly over all there are. */
export const numbersOfRound = (requests: number, members: number): number[] =>
  Array.from({ length: requests }, (_, i) => Math.floor((i * members) / requests))

const JOINED_ON = '2026-03-01'
const NOON_MS = 12 * 3_600_000

/** Noon of the n-th day after everybody joined, in milliseconds. */
export const noonOf = (day: number): number => startOfDay(addDays(JOINED_ON, day)) + NOON_MS
