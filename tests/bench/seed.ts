import type { Driver } from '../../bff/src/db/driver.ts'
import { firstAlias, newMember } from '../../bff/src/member/member.ts'
import type { Change } from '../../bff/src/model.ts'
import { defaultProgram } from '../../bff/src/program/default.ts'
import type { PublishedProgram } from '../../bff/src/program/program.ts'
import { digest } from '../../bff/src/secrets.ts'
import { openStores } from '../../bff/src/stores.ts'
import { published } from '../fixtures/programs.ts'
import { memberIdOf, noonOf, tokenOf } from './crowd.ts'

const YEAR_MS = 365 * 86_400_000
const MEMBERS_A_COMMIT = 100

/** Fills an empty database with signed-in members who have done nothing yet. */
export async function seed(driver: Driver, members: number): Promise<void> {
  await driver.migrate()
  const { commit } = openStores(driver)
  const at = noonOf(0)
  const program = published(1, at, defaultProgram)
  await mustCommit([{ kind: 'program-published', program }])
  for (let from = 0; from < members; from += MEMBERS_A_COMMIT) {
    const count = Math.min(MEMBERS_A_COMMIT, members - from)
    await mustCommit(Array.from({ length: count }, (_, i) => join(from + i, program)).flat())
  }

  async function mustCommit(changes: readonly Change[]): Promise<void> {
    const outcome = await commit(changes)
    if (outcome !== 'committed') throw new Error(`the seed was not committed: ${outcome}`)
  }
}

function join(number: number, program: PublishedProgram): Change[] {
  const at = program.publishedAt
  const id = memberIdOf(number)
  const tokenHash = digest(tokenOf(number))
  const session = { tokenHash, hat: 'member', subjectId: id, openedAt: at } as const
  return [
    { kind: 'member-joined', state: newMember(id, program, at) },
    { kind: 'profile-added', profile: { memberId: id, alias: firstAlias(id), phoneMask: null } },
    { kind: 'session-opened', session: { ...session, expiresAt: at + YEAR_MS } },
  ]
}
