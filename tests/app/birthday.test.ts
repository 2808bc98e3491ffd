import { expect, it } from 'vitest'
import { readBirthday } from '../../apps/member/src/features/birthday/read-birthday.ts'

it.each([
  ['2', '29', { month: 2, day: 29 }],
  ['12', '31', { month: 12, day: 31 }],
  ['2', '30', undefined],
  ['4', '31', undefined],
  ['13', '1', undefined],
  ['1', '0', undefined],
  ['', '', undefined],
])('month %j and day %j are read as %j', (month, day, birthday) => {
  expect(readBirthday(month, day)).toEqual(birthday)
})
