import { expect, it } from 'vitest'
import { staff } from '../../bff/scripts/people.ts'
import { defaultProgram } from '../../bff/src/program/default.ts'
import type { Program } from '../../bff/src/program/program.ts'
import { openStores } from '../../bff/src/stores.ts'
import {
  approvedDraft,
  findDraft,
  idOf,
  programVersions,
  publishProgram,
  saveDraft,
} from '../fixtures/program-acts.ts'
import { published } from '../fixtures/programs.ts'
import { allRows, countRows } from '../fixtures/rows.ts'
import { countKinds, times } from './member-acts.ts'
import { type Databases, openPlace } from './place.ts'

const branded = (brand: string): Program => ({ ...defaultProgram, brand })

/** Versions have one number each and none is lost, whoever publishes when and where. */
export function programContract(databases: Databases): void {
  const place = openPlace(databases)
  const operators = async () => {
    const { app } = place
    return [await app.joinStaff(staff.qian.phone), await app.joinStaff(staff.li.phone)] as const
  }
  const seen = ({ id, bodyHash }: { id: string; bodyHash: string }) => ({ draftId: id, bodyHash })

  it('comes back as it was written, to the byte', async () => {
    const { stores } = place.app
    const body = branded('“长青” \u0000 \ud83c\udf33')
    const program = { ...published(2, 5, body), approvedBy: null }
    expect(await stores.commit([{ kind: 'program-published', program }])).toBe('committed')
    const [, found] = await openStores(place.app.driver).program.readVersions()
    expect(found).toEqual(program)
    expect(JSON.stringify(found?.body)).toBe(JSON.stringify(body))
  })

  it('gives two versions no number twice', async () => {
    const { app } = place
    const other = await place.openAnother()
    const commits = await Promise.all(
      times(6, (n) => {
        const program = published(2, 0, branded(String(n)))
        return (n % 2 ? app : other).stores.commit([{ kind: 'program-published', program }])
      }),
    )
    expect(commits.filter((commit) => commit === 'committed')).toHaveLength(1)
    expect(commits.filter((commit) => commit === 'conflict')).toHaveLength(5)
  })

  it('publishes a draft once, when it is asked for ten times in two processes', async () => {
    const { app } = place
    const other = await place.openAnother()
    const [qian, li] = await operators()
    const draft = await approvedDraft(app, [qian, li], branded('常青'))
    const answers = await Promise.all(
      times(10, (n) => publishProgram(n % 2 ? app : other, n % 3 ? qian : li, seen(draft))),
    )
    expect(countKinds(answers)).toEqual({ ProgramPublished: 1, NotApproved: 9 })
    expect(await countRows(app.driver)).toMatchObject({ programs: 2, programDrafts: 1 })
  })

  it('publishes one of two drafts at once, and tells the other one to compare again', async () => {
    const { app } = place
    const other = await place.openAnother()
    const [qian, li] = await operators()
    const one = await approvedDraft(app, [qian, li], branded('一'))
    const two = await approvedDraft(app, [li, qian], branded('二'))
    const answers = await Promise.all([
      publishProgram(app, qian, seen(one)),
      publishProgram(other, li, seen(two)),
    ])
    expect(countKinds(answers)).toEqual({ ProgramPublished: 1, DraftOutdated: 1 })
    expect((await programVersions(other, li)).map(({ version }) => version)).toEqual([2, 1])
  })

  it('saves a draft for one of six editors, and overwrites nobody', async () => {
    const { app } = place
    const other = await place.openAnother()
    const [qian, li] = await operators()
    const draft = await approvedDraft(app, [qian, li], branded('零'))
    const answers = await Promise.all(
      times(6, (n) => {
        const body = JSON.stringify(branded(String(n)))
        return saveDraft(n % 2 ? app : other, n % 2 ? qian : li, { ...idOf(draft), body })
      }),
    )
    expect(countKinds(answers)).toEqual({ DraftSaved: 1, DraftChanged: 5 })
    const kept = answers.find(({ kind }) => kind === 'DraftSaved')?.draft
    expect((await findDraft(app, qian, draft.id)).body).toBe(kept?.body)
  })

  it('lets either the edit or the publishing win, never both', async () => {
    const { app } = place
    const other = await place.openAnother()
    const [qian, li] = await operators()
    const draft = await approvedDraft(app, [qian, li], branded('常青'))
    const edit = { ...idOf(draft), body: JSON.stringify(branded('改')) }
    const [published, saved] = await Promise.all([
      publishProgram(app, qian, seen(draft)),
      saveDraft(other, qian, edit),
    ])
    const kinds = `${published.kind} ${saved.kind}`
    expect(['ProgramPublished DraftNotOpen', 'NotApproved DraftSaved']).toContain(kinds)
    const { programs } = await countRows(app.driver)
    expect(programs).toBe(published.kind === 'ProgramPublished' ? 2 : 1)
  })

  it('finds the version that was published before the answer was lost', async () => {
    const { app } = place
    const [qian, li] = await operators()
    const draft = await approvedDraft(app, [qian, li], branded('常青'))
    const key = 'key-to-publish'
    place.breakNext('crash-after')
    await expect(publishProgram(app, qian, seen(draft), key)).rejects.toThrow('INTERNAL')
    const next = await place.openAnother()
    const rows = await allRows(app.driver)
    expect(await publishProgram(next, qian, seen(draft), key)).toMatchObject({
      kind: 'ProgramPublished',
      version: 2,
    })
    expect(await allRows(app.driver)).toEqual(rows)
  })

  it('reaches another process within five seconds, and waits there for its time', async () => {
    const { app } = place
    const other = await place.openAnother()
    const [qian, li] = await operators()
    const now = () => app.clock.at
    const versionThere = async () => (await other.stores.program.inForce(now())).version
    expect(await versionThere()).toBe(1)
    const draft = await approvedDraft(app, [qian, li], branded('常青'))
    const liveAt = now() + 60_000
    await publishProgram(app, qian, { ...seen(draft), liveAt })
    app.clock.at += 5_000
    expect(await versionThere()).toBe(1)
    app.clock.at = liveAt - 1
    expect(await versionThere()).toBe(1)
    app.clock.at = liveAt
    expect(await versionThere()).toBe(2)
  })
}
