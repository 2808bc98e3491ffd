import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { people, staff } from '../../bff/scripts/people.ts'
import { staffTables } from '../../bff/src/staff/staff.store.ts'
import { answered } from '../fixtures/acts.ts'
import { type OpenedApp, openApp } from '../fixtures/open-app.ts'
import { allRows } from '../fixtures/rows.ts'

const ME = '{ me { phoneMask } staffMe { name } }'
const SIGN_OUT = 'mutation { signOut { at } }'
const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

/** `ok`, or the code of the refusal. */
async function verdict(app: OpenedApp, token: string): Promise<string> {
  const { status, errors } = await app.ask('{ staffMe { name } me { id } }', {}, token)
  return errors ? `${status} ${errors[0]?.extensions.code}` : 'ok'
}

describe('a session', () => {
  it('is stored as a hash; its token is nowhere in the database', async () => {
    const app = await openApp()
    const token = await app.join(people.lin.phone)
    const rows = await allRows(app.driver)
    expect(rows.sessions).toEqual([
      {
        tokenHash: createHash('sha256').update(token).digest('hex'),
        hat: 'member',
        subjectId: expect.any(String),
        openedAt: app.clock.at,
        expiresAt: app.clock.at + 30 * DAY_MS,
        endedAt: null,
      },
    ])
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  it.each([
    ['a member', people.lin.phone, 30 * DAY_MS],
    ['staff', staff.zhao.phone, 12 * HOUR_MS],
  ])('of %s ends by itself, to the millisecond', async (who, phone, lastsMs) => {
    const app = await openApp()
    const token = await (who === 'staff' ? app.joinStaff(phone) : app.join(phone))
    const openedAt = app.clock.at
    app.clock.at = openedAt + lastsMs - 1
    expect(await verdict(app, token)).toBe('ok')
    app.clock.at = openedAt + lastsMs
    expect(await verdict(app, token)).toBe('401 UNAUTHENTICATED')
  })

  it.each([
    ['unknown', 'a'.repeat(64)],
    ['empty', ''],
    ['cut short', 'a'.repeat(63)],
    ['in capitals', 'A'.repeat(64)],
    ['the hash of a real one', 'hash'],
  ])('is not opened by a token that is %s', async (_, given) => {
    const app = await openApp()
    const real = await app.join(people.lin.phone)
    const token = given === 'hash' ? createHash('sha256').update(real).digest('hex') : given
    const { status, data, errors } = await app.ask('{ program { version } }', {}, token)
    expect([status, errors?.[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED'])
    expect(data).toBeNull()
    expect(await verdict(app, real)).toBe('ok')
  })
})

describe('signing out', () => {
  it('works at once, for this session and no other', async () => {
    const app = await openApp()
    const [first, second] = [await app.join(people.lin.phone), await app.join(people.lin.phone)]
    expect(await verdict(app, first)).toBe('ok')
    const at = app.clock.at
    expect(answered(await app.ask(SIGN_OUT, {}, first))).toEqual({ signOut: { at } })
    expect(await verdict(app, first)).toBe('401 UNAUTHENTICATED')
    expect(await verdict(app, second)).toBe('ok')
  })

  it('twice is refused, and twice at once does no harm', async () => {
    const app = await openApp()
    const token = await app.join(people.lin.phone)
    const answers = await Promise.all([app.ask(SIGN_OUT, {}, token), app.ask(SIGN_OUT, {}, token)])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect((await app.ask(SIGN_OUT, {}, token)).status).toBe(401)
  })

  it('in another process counts here within five seconds', async () => {
    const app = await openApp()
    const token = await app.join(people.lin.phone)
    expect(await verdict(app, token)).toBe('ok')
    const tokenHash = createHash('sha256').update(token).digest('hex')
    await app.stores.commit([{ kind: 'session-ended', tokenHash, at: app.clock.at }])
    app.clock.at += 5_000
    expect(await verdict(app, token)).toBe('401 UNAUTHENTICATED')
  })
})

describe('staff that is changed by somebody else', () => {
  async function change(app: OpenedApp, values: { active?: boolean; role?: 'operator' }) {
    const { staff: table } = staffTables(app.driver.kit)
    const update = app.driver.write<{ id: string }>((queries, { id }) =>
      queries
        .update(table)
        .set(values)
        .where(and(eq(table.id, id), eq(table.active, true))),
    )
    expect(await app.driver.commit([update({ id: staff.zhao.id })])).toBe('committed')
  }

  it('is out within five seconds once disabled, and cannot come back in', async () => {
    const app = await openApp()
    const token = await app.joinStaff(staff.zhao.phone)
    expect(await verdict(app, token)).toBe('ok')
    await change(app, { active: false })
    app.clock.at += 5_000
    expect(await verdict(app, token)).toBe('401 UNAUTHENTICATED')
    expect(await app.joinStaff(staff.zhao.phone)).toBeUndefined()
  })

  it('may do what the new role may within five seconds, and no longer what the old one might', async () => {
    const app = await openApp()
    const token = await app.joinStaff(staff.zhao.phone)
    const rules = '{ programInForce { version } }'
    const lookUp = 'mutation { lookUpMember(key: "key-of-this", code: "0") { __typename } }'
    expect((await app.ask(rules, {}, token)).status).toBe(403)
    expect((await app.ask(lookUp, {}, token)).status).toBe(200)
    await change(app, { role: 'operator' })
    app.clock.at += 5_000
    expect((await app.ask(rules, {}, token)).status).toBe(200)
    expect((await app.ask(lookUp, {}, token)).status).toBe(403)
  })
})

describe('one session wears one hat', () => {
  it('of a member or of staff, also when one phone is both', async () => {
    const app = await openApp()
    const asMember = await app.join(staff.zhao.phone)
    const asStaff = await app.joinStaff(staff.zhao.phone)
    expect(answered(await app.ask(ME, {}, asMember))).toEqual({
      me: { phoneMask: '138****0008' },
      staffMe: null,
    })
    expect(answered(await app.ask(ME, {}, asStaff))).toEqual({
      me: null,
      staffMe: { name: '赵店员' },
    })
    const checkIn = 'mutation { checkIn(key: "key-of-this") { __typename } }'
    expect((await app.ask(checkIn, {}, asStaff)).status).toBe(403)
    expect((await app.ask(checkIn, {}, asMember)).status).toBe(200)
  })
})
