export interface Birthday {
  month: number
  day: number
}

const DAYS_OF_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** What was typed as a day of a year; undefined for one that is on no calendar. */
export function readBirthday(month: string, day: string): Birthday | undefined {
  const read = { month: Number(month), day: Number(day) }
  const days = DAYS_OF_MONTHS[read.month - 1]
  const isDay = days !== undefined && Number.isInteger(read.day) && read.day >= 1
  return isDay && read.day <= days ? read : undefined
}

export const birthdayWords = ({ month, day }: Birthday): string => `${month}月${day}日`
