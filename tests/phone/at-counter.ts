import { showMemberCode } from '../fixtures/acts.ts'
import type { OpenOptions, Person, Street } from './open-phone.ts'
import type { Phone, PhoneKind } from './phone.ts'
import { lastCode } from './sign-in.ts'
import { zhao } from './stories.ts'

/** Goes to the counter and signs staff in. */
export async function enterCounter(phone: Phone, street: Street, person: Person): Promise<void> {
  await phone.tab('我的')
  await phone.tap('to-staff')
  await phone.type('staff-phone', person.phone)
  await phone.tap('staff-send-code')
  await phone.see('秒')
  await phone.type('staff-code', lastCode(street.app, person.phone))
  await phone.tap('staff-enter')
  await phone.see('永康路店 · ')
}

/** Zhao behind the counter, signed in as staff. */
export async function zhaoAtTheCounter(
  street: Street,
  kind: PhoneKind,
  options: OpenOptions = {},
): Promise<Phone> {
  const phone = await street.open(kind, zhao, options)
  await enterCounter(phone, street, zhao)
  return phone
}

/** Gives the counter a code in the way this platform offers. */
export async function lookUp(counter: Phone, code: string): Promise<void> {
  await counter.type('short-code-input', code)
  await counter.tap('look-up')
}

/** Looks up the member of this session, who shows the digits of a new code. */
export async function lookUpMember(counter: Phone, street: Street, token: string): Promise<void> {
  const { shortCode } = await showMemberCode(street.app, token)
  await lookUp(counter, shortCode)
  await counter.find('card-tier')
}
