import { describe, expect, it } from 'vitest'
import { defaultProgram } from '../../bff/src/program/default.ts'
import type { Program } from '../../bff/src/program/program.ts'
import { published } from '../fixtures/programs.ts'
import {
  approve,
  approved,
  at,
  DAY_MS,
  first,
  found,
  hashOf,
  li,
  NOW,
  publish,
  qian,
  reject,
  renamed,
  submit,
  wu,
} from './drafts.ts'

describe('a review', () => {
  it('by a second person approves exactly this body', () => {
    expect(approve(found(at('submitted')))).toMatchObject({
      outcome: { kind: 'DraftApproved', draftId: 'draft' },
      kinds: ['program-draft-changed', 'audit'],
      draft: { version: 4, status: 'approved', review: { reviewerId: 'li', at: NOW, comment: '' } },
    })
  })

  it('may be repeated once it has lapsed', () => {
    expect(approve(found(approved(DAY_MS)), wu).draft).toMatchObject({
      review: { reviewerId: 'wu', at: NOW },
    })
  })

  it('may say no, also after a yes, and then the draft can be submitted again', () => {
    const { draft } = reject(found(approved()), wu)
    expect(draft).toMatchObject({
      status: 'rejected',
      review: { reviewerId: 'wu', at: NOW, comment: '太多了' },
    })
    expect(submit(found(draft), { version: 4 }).draft).toMatchObject({
      status: 'submitted',
      review: null,
    })
  })
})

describe('publishing', () => {
  it('makes the approved body the next version, with both names and the reason', () => {
    const { outcome, changes, draft } = publish(found(approved()), {}, wu)
    expect(outcome).toEqual({ kind: 'ProgramPublished', draftId: 'draft', version: 2 })
    expect(changes[0]).toEqual({
      kind: 'program-published',
      program: {
        version: 2,
        publishedAt: NOW,
        publishedBy: 'wu',
        approvedBy: 'li',
        reason: '换个名字',
        liveAt: NOW,
        body: renamed,
      },
    })
    expect(draft).toMatchObject({ version: 4, status: 'published', publishedVersion: 2 })
  })

  it('is possible to the last millisecond of the approval’s day', () => {
    expect(publish(found(approved(DAY_MS - 1))).outcome).toMatchObject({ kind: 'ProgramPublished' })
  })

  it('is judged by what is in force at its time, not by what waits for later', () => {
    const [sprout, ...others] = defaultProgram.tiers
    const bud = { ...sprout, id: 'bud', fromGrowth: 9_000 } as Program['tiers'][number]
    const withBud = { ...defaultProgram, tiers: [sprout, ...others, bud] as Program['tiers'] }
    const waiting = { ...published(2, NOW - 1, withBud), liveAt: NOW + 2 * DAY_MS }
    const place = { draft: approved(0, { basedOn: 2 }), versions: [first, waiting] }
    expect(publish(place, { liveAt: NOW + DAY_MS }).outcome).toMatchObject({ version: 3 })
    expect(publish(place, { liveAt: NOW + 3 * DAY_MS }).outcome).toEqual({
      kind: 'ProgramHasProblems',
      problems: ['tier bud: members hold it, it may not disappear'],
    })
  })

  it.each([
    ['a body that is not the one that was hashed', { body: defaultProgram }, 'the approved one'],
    ['an approval by who wrote it last', { editorId: 'li' }, 'two people are two'],
  ])('stops at %s', (_, change, complaint) => {
    const forged = approved(0, { bodyHash: hashOf(renamed), ...change })
    expect(() => publish(found(forged))).toThrow(complaint)
  })
})

const notFound = { kind: 'DraftNotFound', draftId: 'draft' }
const own = { kind: 'OwnDraft', draftId: 'draft' }
const isOther = { kind: 'DraftChanged', draftId: 'draft' }
const outdated = { kind: 'DraftOutdated', basedOn: 1, newest: 2 }
const other = { bodyHash: 'other' }
const submitted = at('submitted')
const byTwo = at('submitted', { editorId: 'li' })
const noTiers = { ...renamed, tiers: [] }

describe('each refusal has a name, and nothing is written', () => {
  it.each<[what: string, answer: object, refusal: object]>([
    ['approve no draft', approve(found(undefined)), notFound],
    ['approve what is open', approve(found(at('open'))), { kind: 'NotSubmitted', status: 'open' }],
    ['approve twice', approve(found(approved()), wu), { kind: 'NotSubmitted', status: 'approved' }],
    ['approve as the author', approve(found(byTwo), qian), own],
    ['approve as the last editor', approve(found(byTwo), li), own],
    ['approve another body', approve(found(submitted), li, other), isOther],
    ['approve what would undo a newer version', approve(found(submitted, renamed)), outdated],
    ['reject no draft', reject(found(undefined)), notFound],
    ['reject what is open', reject(found(at('open'))), { kind: 'NotSubmitted', status: 'open' }],
    ['reject as the author', reject(found(submitted), qian), own],
    ['reject another body', reject(found(submitted), li, other), isOther],
    ['publish no draft', publish(found(undefined)), notFound],
    [
      'publish what nobody approved',
      publish(found(submitted)),
      { kind: 'NotApproved', status: 'submitted' },
    ],
    [
      'publish twice',
      publish(found(at('published'))),
      { kind: 'NotApproved', status: 'published' },
    ],
    ['publish another body', publish(found(approved()), other), isOther],
    [
      'publish a day after the approval',
      publish(found(approved(DAY_MS))),
      { kind: 'ApprovalLapsed', approvedAt: NOW - DAY_MS },
    ],
    ['publish over a newer version', publish(found(approved(), renamed)), outdated],
    [
      'publish for the past',
      publish(found(approved()), { liveAt: NOW - 1 }),
      { kind: 'LiveInThePast', now: NOW },
    ],
    [
      'publish what is unsound',
      publish(found(approved(0, { body: noTiers })), { bodyHash: hashOf(noTiers) }),
      { kind: 'ProgramHasProblems' },
    ],
  ])('%s', (_, answer, refusal) => {
    expect(answer).toMatchObject({ outcome: refusal, kinds: [] })
  })
})
