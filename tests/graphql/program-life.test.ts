import { describe, expect, it } from 'vitest'
import { staff } from '../../bff/scripts/people.ts'
import { defaultProgram } from '../../bff/src/program/default.ts'
import { digest } from '../../bff/src/secrets.ts'
import { openOffice, renamed } from '../fixtures/office.ts'
import {
  approveDraft,
  approvedDraft,
  createDraft,
  findDraft,
  idOf,
  programVersions,
  publishProgram,
  rejectDraft,
  restoreProgram,
  saveDraft,
  seenOf,
  submitDraft,
  withdrawDraft,
} from '../fixtures/program-acts.ts'
import { allRows } from '../fixtures/rows.ts'

const text = JSON.stringify(renamed)
const HOUR_MS = 3_600_000

describe('the life of a programme', () => {
  it('goes from a draft over a second person to its time, and the former version retires', async () => {
    const { app, qian, li, brand } = await openOffice()

    const begun = await createDraft(app, qian, { reason: '换个名字' })
    expect(begun).toMatchObject({
      kind: 'DraftCreated',
      draft: {
        version: 1,
        status: 'OPEN',
        basedOn: 1,
        reason: '换个名字',
        body: JSON.stringify(defaultProgram),
        problems: [],
        changes: [],
        author: { name: '钱运营' },
      },
    })
    const saved = await saveDraft(app, qian, { ...idOf(begun.draft), body: text })
    expect(saved).toMatchObject({
      kind: 'DraftSaved',
      draft: {
        version: 2,
        bodyHash: digest(text),
        changes: [{ sentence: '方案 · 品牌名：长青会员 → 常青会员' }],
      },
    })
    const { draft: submitted } = await submitDraft(app, qian, idOf(saved.draft))
    expect(submitted).toMatchObject({ status: 'SUBMITTED', review: null, approvedUntil: null })

    const approved = await approveDraft(app, li, seenOf(submitted))
    expect(approved.draft).toMatchObject({
      status: 'APPROVED',
      review: { reviewer: { name: '李运营' }, at: app.clock.at, comment: '' },
      approvedUntil: app.clock.at + 24 * HOUR_MS,
    })

    const liveAt = app.clock.at + HOUR_MS
    const { id: draftId, bodyHash } = approved.draft
    expect(await publishProgram(app, qian, { draftId, bodyHash, liveAt })).toMatchObject({
      kind: 'ProgramPublished',
      version: 2,
      draft: { status: 'PUBLISHED', publishedVersion: 2 },
    })
    const firstLiveAt = (await app.stores.program.version(1)).liveAt
    expect(await programVersions(app, qian)).toEqual([
      {
        version: 2,
        state: 'WAITING',
        liveAt,
        liveUntil: null,
        publishedBy: 'staff-qian',
        approvedBy: 'staff-li',
        reason: '换个名字',
      },
      {
        version: 1,
        state: 'LIVE',
        liveAt: firstLiveAt,
        liveUntil: liveAt,
        publishedBy: 'system',
        approvedBy: null,
        reason: '首个版本',
      },
    ])

    app.clock.at = liveAt - 1
    expect(await brand()).toBe('长青会员')
    app.clock.at = liveAt
    expect(await brand()).toBe('常青会员')
    expect((await programVersions(app, qian)).map(({ state }) => state)).toEqual([
      'LIVE',
      'RETIRED',
    ])
  })

  it('leaves a record of every act', async () => {
    const { app, publishRenamed } = await openOffice()
    await publishRenamed()
    const { audit } = await allRows(app.driver)
    const acts = (audit as { actor: string; action: string }[]).filter(({ action }) =>
      action.includes('program'),
    )
    expect(acts.map(({ actor, action }) => `${actor} ${action}`)).toEqual([
      'staff:staff-qian drafted-program',
      'staff:staff-qian saved-program-draft',
      'staff:staff-qian submitted-program-draft',
      'staff:staff-li approved-program-draft',
      'staff:staff-qian published-program',
    ])
  })

  it('is undone by publishing the former version as a new one, through the same review', async () => {
    const { app, qian, li, brand, publishRenamed } = await openOffice()
    await publishRenamed()
    const { kind, draft } = await restoreProgram(app, li, { version: 1 })
    expect([kind, draft.reason, draft.basedOn]).toEqual(['DraftCreated', '恢复为第 1 版', 2])
    expect(draft.changes).toEqual([{ sentence: '方案 · 品牌名：常青会员 → 长青会员' }])
    const { draft: submitted } = await submitDraft(app, li, idOf(draft))
    expect((await approveDraft(app, li, seenOf(submitted))).kind).toBe('OwnDraft')
    await approveDraft(app, qian, seenOf(submitted))
    const seen = { draftId: draft.id, bodyHash: draft.bodyHash }
    expect(await publishProgram(app, li, seen)).toMatchObject({ version: 3 })
    app.clock.at += 5_000
    expect(await brand()).toBe('长青会员')
    expect(await restoreProgram(app, qian, { version: 4 })).toEqual({
      kind: 'VersionNotFound',
      version: 4,
    })
  })

  it('takes back a version that waits by publishing another one before its time', async () => {
    const { app, qian, li } = await openOffice()
    const { id: draftId, bodyHash } = await approvedDraft(app, [qian, li], renamed)
    const liveAt = app.clock.at + HOUR_MS
    await publishProgram(app, qian, { draftId, bodyHash, liveAt })
    app.clock.at += 1
    const { draft } = await restoreProgram(app, qian, { version: 1 })
    await submitDraft(app, qian, idOf(draft))
    await approveDraft(app, li, seenOf(draft))
    await publishProgram(app, qian, { draftId: draft.id, bodyHash: draft.bodyHash })
    expect((await programVersions(app, qian)).map(({ state }) => state)).toEqual([
      'LIVE',
      'OVERTAKEN',
      'RETIRED',
    ])
  })
})

describe('a draft that is not ready', () => {
  it('is refused with the places that are wrong', async () => {
    const { app, qian } = await openOffice()
    const { draft } = await createDraft(app, qian, { reason: '试一试' })
    const wrong = text.replace('"everyStreakDays":7', '"everyStreakDays":"7"')
    expect(await saveDraft(app, qian, { ...idOf(draft), body: wrong })).toEqual({
      kind: 'ProgramNotReadable',
      problems: ['rules[1].where.everyStreakDays: must be a whole number'],
    })
    const tiers = renamed.tiers.slice(0, 2)
    const rules = renamed.rules.filter(({ id }) => id !== 'monthly-pack-evergreen')
    const lost = JSON.stringify({ ...renamed, tiers, rules })
    const { draft: saved } = await saveDraft(app, qian, { ...idOf(draft), body: lost })
    const problems = ['tier evergreen: members hold it, it may not disappear']
    expect(saved.problems).toEqual(problems)
    expect(await submitDraft(app, qian, idOf(saved))).toEqual({
      kind: 'ProgramHasProblems',
      problems,
    })
  })

  it('is rejected with a comment, or withdrawn, and then nobody publishes it', async () => {
    const { app, qian, li } = await openOffice()
    const draft = await approvedDraft(app, [qian, li], renamed)
    const seen = { draftId: draft.id, bodyHash: draft.bodyHash }
    expect(await rejectDraft(app, li, { ...seenOf(draft), comment: '太急了' })).toMatchObject({
      kind: 'DraftRejected',
      draft: { review: { comment: '太急了' }, approvedUntil: null },
    })
    expect(await publishProgram(app, qian, seen)).toEqual({
      kind: 'NotApproved',
      status: 'REJECTED',
    })
    const now = await findDraft(app, qian, draft.id)
    expect((await withdrawDraft(app, qian, idOf(now))).kind).toBe('DraftWithdrawn')
    expect(await saveDraft(app, qian, { id: draft.id, version: 6, body: text })).toEqual({
      kind: 'DraftNotOpen',
      status: 'WITHDRAWN',
    })
  })

  it('loses its approval with any edit, also with one that is taken back', async () => {
    const { app, qian, li } = await openOffice()
    const draft = await approvedDraft(app, [qian, li], renamed)
    const seen = { draftId: draft.id, bodyHash: draft.bodyHash }
    const { draft: edited } = await saveDraft(app, qian, { ...idOf(draft), body: text })
    expect([edited.bodyHash, edited.status]).toEqual([draft.bodyHash, 'OPEN'])
    expect(await publishProgram(app, qian, seen)).toEqual({ kind: 'NotApproved', status: 'OPEN' })
  })

  it('loses its approval after a day', async () => {
    const { app, qian, li } = await openOffice()
    const { id: draftId, bodyHash, approvedUntil } = await approvedDraft(app, [qian, li], renamed)
    const approvedAt = app.clock.at
    app.clock.at = approvedUntil ?? 0
    const later = await app.joinStaff(staff.qian.phone)
    expect(await publishProgram(app, later, { draftId, bodyHash })).toEqual({
      kind: 'ApprovalLapsed',
      approvedAt,
    })
    expect((await findDraft(app, later, draftId)).approvedUntil).toBeNull()
  })

  it('is compared again when another one was published meanwhile', async () => {
    const { app, qian, li, publishRenamed } = await openOffice()
    const streak = { ...defaultProgram.streak, freezesMax: 3 }
    const other = { ...defaultProgram, streak }
    const draft = await approvedDraft(app, [qian, li], other)
    await publishRenamed()
    const seen = { draftId: draft.id, bodyHash: draft.bodyHash }
    const outdated = { kind: 'DraftOutdated', basedOn: 1, newest: 2 }
    expect(await publishProgram(app, qian, seen)).toEqual(outdated)
    const body = JSON.stringify({ ...renamed, streak })
    const edit = { ...idOf(draft), body, basedOn: 2 }
    const { draft: saved } = await saveDraft(app, qian, edit)
    expect(saved.changes).toEqual([{ sentence: '连续签到 · 保护卡最多持有：2 张 → 3 张' }])
    expect(await submitDraft(app, qian, idOf(saved))).toMatchObject({ kind: 'DraftSubmitted' })
  })
})
