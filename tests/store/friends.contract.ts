import { expect, it } from 'vitest'
import { people } from '../../bff/scripts/people.ts'
import { idOf } from '../fixtures/desk.ts'
import { bring, friendPhone, invitingOf, joinBy, openLink, walletOf } from '../fixtures/friends.ts'
import { allRows, countRows } from '../fixtures/rows.ts'
import { codeOn, requestPhoneCode, signInWithPhone } from '../fixtures/sign-in.ts'
import { type Databases, openPlace } from './place.ts'

/** What a friend does reaches the inviter once, whoever is killed and whoever is in the way. */
export function friendsContract(databases: Databases): void {
  const place = openPlace(databases)

  async function linInvites() {
    const { app } = place
    const lin = await app.join(people.lin.phone)
    const { code } = await invitingOf(app, lin)
    return { app, lin, code }
  }

  it.each(['crash-before', 'crash-after', 'lost-before', 'lost-after'] as const)(
    'a process that goes wrong as it rewards the inviter (%s) loses and doubles nothing',
    async (fault) => {
      const { app, lin, code } = await linInvites()
      await bring(app, code, 1)
      const clockRead = 1
      place.breakNext(fault, clockRead)
      await app.runJobs().catch(() => undefined)
      const next = await place.openAnother()
      app.clock.at += 60 * 60_000
      await next.runJobs()
      await next.runJobs()
      expect(await walletOf(next, lin)).toMatchObject({ growth: 50 })
    },
  )

  it.each(['crash-before', 'crash-after'] as const)(
    'a process that is killed as the friend joins (%s) has a friend with a message, or neither',
    async (fault) => {
      const { app, lin, code } = await linInvites()
      const { visitId } = await openLink(app, code)
      await requestPhoneCode(app, friendPhone(1))
      place.breakNext(fault)
      const given = { phone: friendPhone(1), code: codeOn(app.sms, friendPhone(1)) }
      await signInWithPhone(app, { ...given, acceptedPrivacyVersion: 1 }).catch(() => undefined)
      const next = await place.openAnother()
      app.clock.at += 120_000
      await joinBy(next, friendPhone(1), { visitId })
      await next.runJobs()
      const { members, invitations = 0 } = await countRows(next.driver)
      expect(members).toBe(2)
      // Killed after the commit, they joined without a link: nobody's friend, and no reward.
      expect(await walletOf(next, lin)).toMatchObject({ growth: 50 * Number(invitations) })
      expect(invitations).toBe(fault === 'crash-before' ? 1 : 0)
    },
  )

  it('two processes bring a friend’s fact to the inviter once', async () => {
    const { app, lin, code } = await linInvites()
    for (let n = 1; n <= 3; n += 1) await bring(app, code, n)
    const other = await place.openAnother()
    const rounds = await Promise.all([app.runJobs(), other.runJobs()])
    await app.runJobs()
    expect(rounds.reduce((sum, { friends }) => sum + friends, 0)).toBeLessThanOrEqual(3)
    expect(await walletOf(app, lin)).toMatchObject({ growth: 150 })
  })

  it('racing acceptances of two invitations give one inviter', async () => {
    const { app, lin, code } = await linInvites()
    const wang = await app.join(people.wang.phone)
    const other = await place.openAnother()
    const [mine, theirs] = await Promise.all([
      openLink(app, code),
      openLink(app, (await invitingOf(app, wang)).code),
    ])
    await requestPhoneCode(app, friendPhone(1))
    const sent = codeOn(app.sms, friendPhone(1))
    const accept = (at: typeof app, visitId: string) =>
      at.ask(
        `mutation ($phone: String!, $code: String!, $cameBy: CameBy) {
          signInWithPhone(phone: $phone, code: $code, acceptedPrivacyVersion: 1, cameBy: $cameBy) {
            __typename
          }
        }`,
        { phone: friendPhone(1), code: sent, cameBy: { visitId } },
      )
    await Promise.all([accept(app, mine.visitId), accept(other, theirs.visitId)])
    const { invitations } = await allRows(app.driver)
    expect(invitations).toHaveLength(1)
    await app.runJobs()
    const growth = [await walletOf(app, lin), await walletOf(app, wang)].map((row) => row.growth)
    expect(growth.toSorted()).toEqual([0, 50])
    expect([await idOf(app, lin), await idOf(app, wang)]).toContain(
      (invitations as { inviterId: string }[])[0]?.inviterId,
    )
  })
}
