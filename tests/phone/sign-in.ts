import type { OpenedApp } from '../fixtures/open-app.ts'
import type { Person } from './open-phone.ts'
import type { Phone } from './phone.ts'

/** The newest one-time code that reached a phone number. */
export function lastCode(app: OpenedApp, phone: string): string {
  const code = app.sms.lastTo(phone)?.variables.code
  if (!code) throw new Error(`No code has reached ${phone}`)
  return code
}

/** Signs a person in on their phone, from the home page, in the way this platform offers. */
export async function signIn(phone: Phone, app: OpenedApp, person: Person): Promise<void> {
  await phone.tap('join')
  await phone.tap('agree')
  if (phone.kind === 'weapp') {
    await phone.tap('sign-in')
  } else {
    await phone.type('phone', person.phone)
    await phone.tap('send-code')
    await phone.see('秒后重发')
    await phone.type('code', lastCode(app, person.phone))
    await phone.tap('sign-in')
  }
  await phone.find('check-in')
}

/** The id of the one person who has joined so far. */
export async function onlyMemberOf(app: OpenedApp): Promise<string> {
  const [member, ...others] = await app.stores.member.page('', 2)
  if (!member || others.length > 0) throw new Error('Not exactly one person has joined')
  return member.id
}
