import { assert } from './assert.ts'

/** A business day as YYYY-MM-DD in the programme's zone. Days compare as strings. */
export type Day = string
/** A calendar month as YYYY-MM. */
export type Month = string

export const PROGRAM_ZONE = 'Asia/Shanghai'
/** Shanghai has had no daylight saving since 1991, so the zone is one fixed offset. */
const ZONE_OFFSET_MS = 8 * 3_600_000
const DAY_MS = 86_400_000

/** The business day of an instant (ms); the phone's own zone and clock never matter. */
export const businessDay = (at: number): Day => dayOf(Math.floor((at + ZONE_OFFSET_MS) / DAY_MS))

/** The first instant (ms) of a business day. */
export const startOfDay = (day: Day): number => numberOf(day) * DAY_MS - ZONE_OFFSET_MS

export const addDays = (day: Day, days: number): Day => dayOf(numberOf(day) + days)

/** Whole days from one day to a later one; negative when it is earlier. */
export const daysBetween = (from: Day, to: Day): number => numberOf(to) - numberOf(from)

// Rules ask for the same few days again and again; reading a date costs more than most rules.
const KNOWN_MAX = 10_000
const numbers = new Map<Day, number>()
const days = new Map<number, Day>()

/** Days since 1970. */
function numberOf(day: Day): number {
  const known = numbers.get(day)
  if (known !== undefined) return known
  const number = Math.round(Date.parse(day) / DAY_MS)
  if (numbers.size >= KNOWN_MAX) numbers.clear()
  numbers.set(day, number)
  return number
}

function dayOf(number: number): Day {
  const known = days.get(number)
  if (known !== undefined) return known
  const day = new Date(number * DAY_MS).toISOString().slice(0, 10)
  if (days.size >= KNOWN_MAX) days.clear()
  days.set(number, day)
  return day
}

export const dayOfMonth = (day: Day): number => Number(day.slice(8))

export const monthOf = (day: Day): Month => day.slice(0, 7)

export const isMonth = (text: string): text is Month => /^\d{4}-(0[1-9]|1[0-2])$/.test(text)

export const firstDayOf = (month: Month): Day => `${month}-01`

/** The last day of the month that lies `months` after the month of `day`. */
export function lastDayOfMonthAfter(day: Day, months: number): Day {
  assert(Number.isInteger(months), 'months are whole')
  const year = Number(day.slice(0, 4))
  const month = Number(day.slice(5, 7))
  return new Date(Date.UTC(year, month + months, 0)).toISOString().slice(0, 10)
}

export const lastDayOf = (month: Month): Day => lastDayOfMonthAfter(firstDayOf(month), 0)
