import { expect, it } from 'vitest'
import { people, staff } from '../../bff/scripts/people.ts'
import { checkIn, lookUp, showMemberCode } from '../fixtures/acts.ts'
import { openApp } from '../fixtures/open-app.ts'
import { allRows } from '../fixtures/rows.ts'

const CHECK_IN = 'mutation ($key: ID!) { checkIn(key: $key) { __typename } }'
const LOOK_UP = 'mutation ($key: ID!) { lookUpMember(key: $key, code: "0") { __typename } }'
const CONSENT = `mutation ($key: ID!, $purpose: ConsentPurpose!) {
  setConsent(key: $key, purpose: $purpose, given: true) { __typename }
}`
const MONTH = 'query ($month: String!) { me { checkInMonth(month: $month) { month } } }'
const ENTRIES = `query ($first: Int, $after: String, $last: Int, $before: String, $unit: Unit) {
  me { entries(first: $first, after: $after, last: $last, before: $before, unit: $unit) {
    edges { cursor }
  } }
}`
const LOOK_UPS = `query ($first: Int, $after: String) {
  me { lookUps(first: $first, after: $after) { edges { cursor } } }
}`
const BIRTHDAY = `mutation ($key: ID!, $month: Int!, $day: Int!) {
  setBirthday(key: $key, month: $month, day: $day) { __typename }
}`
const WHY_NOT = 'query { me { whyNot { ruleId } } }'
const SIGN_IN = `mutation ($phone: String!, $version: Int) {
  signInWithPhone(phone: $phone, code: "1", acceptedPrivacyVersion: $version) { __typename }
}`
const key = 'key-of-this'

const cases: [what: string, operation: string, variables: object, field: string][] = [
  ['a key that is too short', CHECK_IN, { key: 'short' }, 'key'],
  ['a key that is too long', CHECK_IN, { key: 'k'.repeat(65) }, 'key'],
  ['a key with a space', CHECK_IN, { key: 'key of this' }, 'key'],
  ['an empty key', CHECK_IN, { key: '' }, 'key'],
  ['no key', CHECK_IN, {}, 'key'],
  ['null for a key', CHECK_IN, { key: null }, 'key'],
  ['a list for a key', CHECK_IN, { key: [key] }, 'key'],
  ['a bad key of a look-up', LOOK_UP, { key: 'short' }, 'key'],
  ['a bad key of a consent', CONSENT, { key: 'short', purpose: 'MARKETING' }, 'key'],
  ['a purpose that is none', CONSENT, { key, purpose: 'SALES' }, 'purpose'],
  ['a purpose as it is stored', CONSENT, { key, purpose: 'marketing' }, 'purpose'],
  ['a thirteenth month', MONTH, { month: '2026-13' }, 'month'],
  ['a month that is a day', MONTH, { month: '2026-03-02' }, 'month'],
  ['a month in another script', MONTH, { month: '２０２６-０３' }, 'month'],
  ['a cursor that is none', ENTRIES, { after: 'x' }, 'after'],
  ['a cursor of nothing', ENTRIES, { after: '0' }, 'after'],
  ['a cursor backwards that is none', ENTRIES, { last: 1, before: '1 or 1=1' }, 'before'],
  ['a cursor of another list', ENTRIES, { after: '1772424000000:id-00000001' }, 'after'],
  ['a cursor of look-ups that is none', LOOK_UPS, { after: '12' }, 'after'],
  ['a cursor of look-ups beyond time', LOOK_UPS, { after: `${'9'.repeat(16)}:a` }, 'after'],
  ['a bad key of a birthday', BIRTHDAY, { key: 'short', month: 2, day: 1 }, 'key'],
  ['a thirteenth month of birth', BIRTHDAY, { key, month: 13, day: 1 }, 'month'],
  ['a month of birth before the first', BIRTHDAY, { key, month: 0, day: 1 }, 'month'],
  ['a birthday on 30 February', BIRTHDAY, { key, month: 2, day: 30 }, 'day'],
  ['a birthday on 31 April', BIRTHDAY, { key, month: 4, day: 31 }, 'day'],
  ['a birthday on no day', BIRTHDAY, { key, month: 4, day: 0 }, 'day'],
  ['a birthday on half a day', BIRTHDAY, { key, month: 4, day: 1.5 }, 'day'],
  ['a question why not about nothing', WHY_NOT, {}, 'ruleId'],
  ['a page of less than nothing', ENTRIES, { first: -1 }, 'first'],
  ['a page from the end of less than nothing', ENTRIES, { last: -1 }, 'last'],
  ['a page size that is no whole number', ENTRIES, { first: 1.5 }, 'first'],
  ['a unit that is none', ENTRIES, { unit: 'FEN' }, 'unit'],
  ['a version beyond 32 bits', SIGN_IN, { phone: '13800000001', version: 2 ** 31 }, 'version'],
  ['a number for a phone', SIGN_IN, { phone: 13800000001 }, 'phone'],
]

it.each(cases)('%s is refused by name, and nothing changes', async (_, operation, given, field) => {
  const app = await openApp()
  const lin = await app.join(people.lin.phone)
  const zhao = await app.joinStaff(staff.zhao.phone)
  await checkIn(app, lin)
  await lookUp(app, zhao, (await showMemberCode(app, lin)).token)
  const before = await allRows(app.driver)
  const token = operation === LOOK_UP ? zhao : lin
  const { status, errors } = await app.ask(operation, given, token)
  const told = errors?.map(({ extensions }) => [extensions.code, extensions.field])
  expect([status, told]).toEqual([400, [['BAD_INPUT', field]]])
  expect(await allRows(app.driver)).toEqual(before)
  expect(app.errors).toEqual([])
})
