import type { Decision } from '../command.ts'
import type { MemberState } from '../model.ts'
import type { Given } from '../settle/given.ts'
import { givenBy } from '../settle/given.ts'

export interface Birthday {
  month: number
  day: number
}

export type SetBirthdayOutcome =
  | { kind: 'BirthdaySet'; given: Given }
  | { kind: 'BirthdayAlreadySet'; birthday: Birthday }

/**
 * Sets the birthday, once for ever: it brings gifts (D1). 29 February is a birthday like others.
 * Refusals: `BirthdayAlreadySet`, with the one that counts.
 */
export function setBirthday(
  state: MemberState,
  { month, day }: Birthday,
): Decision<SetBirthdayOutcome> {
  const birthday = birthdayOf(state.birthday)
  if (birthday) return { outcome: { kind: 'BirthdayAlreadySet', birthday }, changes: [] }
  return {
    before: state,
    state,
    facts: [{ kind: 'birthday-set', key: 'birthday-set', month, day }],
    changes: [],
    outcome: (settled) => ({ kind: 'BirthdaySet', given: givenBy(settled) }),
  }
}

/** Reads MM-DD as it is stored. */
export const birthdayOf = (birthday: string | null): Birthday | null =>
  birthday === null ? null : { month: Number(birthday.slice(0, 2)), day: Number(birthday.slice(3)) }

const DAYS_OF_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** The part that is on no calendar, and what it has to be. */
export function birthdayProblem({
  month,
  day,
}: Birthday): { field: 'month' | 'day'; message: string } | undefined {
  const days = DAYS_OF_MONTHS[month - 1]
  if (days === undefined) return { field: 'month', message: 'is 1 to 12' }
  if (day < 1 || day > days) return { field: 'day', message: `is 1 to ${days}` }
  return undefined
}
