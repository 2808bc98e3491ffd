import { businessDay } from '@evergreen/shared/day.ts'
import fc from 'fast-check'
import { expect } from 'vitest'
import { people, staff } from '../../bff/scripts/people.ts'
import { openSqlite } from '../../bff/src/db/sqlite.ts'
import { checkIn, lookUp, newKey, type ShownCode, showMemberCode } from '../fixtures/acts.ts'
import { type OpenedApp, openApp } from '../fixtures/open-app.ts'
import { yearLongCheckIns } from '../fixtures/programs.ts'
import { checkTown } from './story.invariants.ts'
import { type TalliedCheckIn, Tally, type Town } from './story.model.ts'

/** The real thing beside the model: an app on a file, and what is on people's phones. */
export interface Scene {
  file: string
  app: OpenedApp
  tokens: Map<string, string>
  zhao: { token: string; until: number } | undefined
  shown: ShownCode | undefined
}

const DAY_MS = 86_400_000
const SHIFT_MS = 8 * 3_600_000
const openOn = (file: string) =>
  openApp({ driver: openSqlite(file), day: '2026-03-02', program: yearLongCheckIns })

export const openScene = async (file: string): Promise<Scene> => ({
  file,
  app: await openOn(file),
  tokens: new Map(),
  zhao: undefined,
  shown: undefined,
})

type Command = fc.AsyncCommand<Town, Scene>

/** A command of the story; after each one everything must still add up. */
const command = (
  name: string,
  check: (town: Readonly<Town>) => boolean,
  act: (town: Town, scene: Scene) => Promise<void>,
): Command => ({
  check,
  toString: () => name,
  async run(town, scene) {
    await act(town, scene)
    await checkTown(town, scene.app)
  },
})

type Name = 'lin' | 'wang' | 'chen'
const isMember = (name: Name) => (town: Readonly<Town>) => town.members.has(name)
const tokenOf = ({ tokens }: Scene, name: string): string => tokens.get(name) ?? ''

const join = (name: Name) =>
  command(`${name} joins or signs in again`, always, async (town, scene) => {
    scene.tokens.set(name, await scene.app.join(people[name].phone))
    if (!town.members.has(name)) town.members.set(name, new Tally())
  })

function expectAnswer(answer: object, made: TalliedCheckIn | undefined): void {
  expect(answer).toMatchObject(made ? { kind: 'CheckedIn', ...made } : { kind: 'AlreadyCheckedIn' })
}

const checkInOf = (name: Name) =>
  command(`${name} checks in`, isMember(name), async (town, scene) => {
    const key = newKey()
    const made = town.members.get(name)?.checkIn(businessDay(scene.app.clock.at))
    expectAnswer(await checkIn(scene.app, tokenOf(scene, name), key), made)
    town.keys.push({ name, key, made })
  })

const repeatKey = (index: number) =>
  command(
    `the check-in before the last ${index} is sent again`,
    ({ keys }) => keys.length > 0,
    async ({ keys }, scene) => {
      const sent = keys.at(-1 - (index % keys.length))
      if (!sent) return
      expectAnswer(await checkIn(scene.app, tokenOf(scene, sent.name), sent.key), sent.made)
    },
  )

const wait = (days: number) =>
  command(`${days} days pass`, always, async (_, { app }) => {
    app.clock.at += days * DAY_MS
  })

const showCode = (name: Name) =>
  command(`${name} shows the code`, isMember(name), async (town, scene) => {
    scene.shown = await showMemberCode(scene.app, tokenOf(scene, name))
    town.shown = { name, used: false }
  })

const lookUpShown = (how: 'token' | 'shortCode') =>
  command(
    `zhao takes the ${how} that was shown last`,
    ({ shown }) => shown !== undefined,
    async ({ shown, members }, scene) => {
      const { app } = scene
      if (!scene.zhao || scene.zhao.until <= app.clock.at) {
        const token = await app.joinStaff(staff.zhao.phone)
        scene.zhao = { token, until: app.clock.at + SHIFT_MS }
      }
      if (!shown || !scene.shown) return
      const expired = app.clock.at >= scene.shown.expiresAt
      const kind = shown.used ? 'CodeUsed' : expired ? 'CodeExpired' : 'LookedUp'
      const answer = await lookUp(app, scene.zhao.token, scene.shown[how])
      expect(answer.kind).toBe(kind)
      if (kind !== 'LookedUp') return
      shown.used = true
      const member = members.get(shown.name)
      if (member) member.lookUps += 1
    },
  )

const restart = () =>
  command('the app is started again on its file', always, async (_, scene) => {
    const { at } = scene.app.clock
    await scene.app.close()
    scene.app = await openOn(scene.file)
    scene.app.clock.at = at
  })

function always(): boolean {
  return true
}

const names = fc.constantFrom<Name>('lin', 'wang', 'chen')

/** Stories of up to so many commands. Mostly people check in and days pass. */
export const stories = (commandsMax: number) =>
  fc.commands(
    [
      names.map(join),
      names.map(checkInOf),
      names.map(checkInOf),
      fc.constantFrom(1, 1, 1, 2, 3).map(wait),
      fc.nat({ max: 5 }).map(repeatKey),
      names.map(showCode),
      fc.constantFrom('token' as const, 'shortCode' as const).map(lookUpShown),
      fc.constant(restart()),
    ],
    { maxCommands: commandsMax, size: 'max' },
  )
