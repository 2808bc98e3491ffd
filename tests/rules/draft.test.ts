import { describe, expect, it } from 'vitest'
import type { DraftStatus } from '../../bff/src/model.ts'
import { defaultProgram } from '../../bff/src/program/default.ts'
import { createDraft } from '../../bff/src/program/draft.ts'
import { published } from '../fixtures/programs.ts'
import {
  approved,
  at,
  first,
  found,
  hashOf,
  li,
  NOW,
  noBadge,
  noBadgeAndNoRule,
  qian,
  renamed,
  save,
  submit,
  told,
  twoTiers,
  withdraw,
  world,
} from './drafts.ts'

const two = [first, published(2, 0, renamed)]

describe('a draft', () => {
  it('begins with the body of a version and follows the newest one', () => {
    const made = told(createDraft(two, { from: 1, reason: '试试' }, qian, world))
    expect(made).toMatchObject({
      outcome: { kind: 'DraftCreated', draftId: 'id-1' },
      kinds: ['program-drafted', 'audit'],
      draft: { version: 1, status: 'open', authorId: 'qian', editorId: 'qian', basedOn: 2 },
    })
    expect(made.draft).toMatchObject({
      reason: '试试',
      body: defaultProgram,
      bodyHash: hashOf(defaultProgram),
      problems: [],
    })
  })

  it('that brings a version back says so', () => {
    expect(told(createDraft(two, { from: 1 }, qian, world)).draft).toMatchObject({
      reason: '恢复为第 1 版',
      body: defaultProgram,
    })
  })

  it('may be saved with problems, by anybody, and keeps them', () => {
    const body = noBadge
    expect(save(found(at('open')), { body: JSON.stringify(body) }, li)).toMatchObject({
      outcome: { kind: 'DraftSaved', draftId: 'draft' },
      kinds: ['program-draft-changed', 'audit'],
      draft: {
        version: 4,
        authorId: 'qian',
        editorId: 'li',
        bodyHash: hashOf(body),
        problems: ['rule storyteller: there is no badge storyteller'],
        changedAt: NOW,
      },
    })
  })

  it('keeps what members would lose as a problem too', () => {
    const body = JSON.stringify(noBadgeAndNoRule)
    expect(save(found(at('open')), { body }).draft?.problems).toEqual([
      'badge storyteller: members hold it, it may not disappear',
    ])
  })

  it.each<DraftStatus>(['submitted', 'approved', 'rejected'])(
    'that is %s is open again once it is saved, and its review is gone',
    (status) => {
      expect(save(found(approved(0, { status }))).draft).toMatchObject({
        status: 'open',
        review: null,
      })
    },
  )

  it('may be based on the newest version once it was compared with that', () => {
    expect(save(found(at('open'), renamed), { basedOn: 2 }).draft).toMatchObject({ basedOn: 2 })
  })

  it('is submitted, withdrawn and recorded with who did what to which body', () => {
    expect(withdraw(found(approved())).draft).toMatchObject({ status: 'withdrawn', version: 4 })
    const { draft, changes } = submit(found(at('open')))
    expect(draft).toMatchObject({ status: 'submitted', version: 4 })
    expect(changes.find(({ kind }) => kind === 'audit')).toEqual({
      kind: 'audit',
      record: {
        id: 'id-1',
        at: NOW,
        actor: 'staff:qian',
        action: 'submitted-program-draft',
        memberId: null,
        detail: { draftId: 'draft', bodyHash: hashOf(renamed), basedOn: 1, reason: '换个名字' },
      },
    })
  })
})

const notFound = { kind: 'DraftNotFound', draftId: 'draft' }
const isOther = { kind: 'DraftChanged', draftId: 'draft' }
const notOpen = (status: DraftStatus) => ({ kind: 'DraftNotOpen', status })
const problem = (...problems: string[]) => ({ kind: 'ProgramHasProblems', problems })

describe('each refusal has a name, and nothing is written', () => {
  it.each<[what: string, answer: object, refusal: object]>([
    [
      'begin with no version',
      told(createDraft(two, { from: 3 }, qian, world)),
      { kind: 'VersionNotFound', version: 3 },
    ],
    ['save no draft', save(found(undefined)), notFound],
    ['save over somebody', save(found(at('open')), { version: 2 }), isOther],
    ['save what is published', save(found(at('published'))), notOpen('published')],
    ['save what is withdrawn', save(found(at('withdrawn'))), notOpen('withdrawn')],
    [
      'save no programme',
      save(found(at('open')), { body: '{' }),
      { kind: 'ProgramNotReadable', problems: ['the programme: must be JSON'] },
    ],
    [
      'base it on no version',
      save(found(at('open')), { basedOn: 9 }),
      { kind: 'VersionNotFound', version: 9 },
    ],
    ['submit no draft', submit(found(undefined)), notFound],
    ['submit twice', submit(found(at('submitted'))), notOpen('submitted')],
    ['submit what is approved', submit(found(approved())), notOpen('approved')],
    ['submit what was changed', submit(found(at('open')), { version: 2 }), isOther],
    [
      'submit what would undo a newer version',
      submit(found(at('open'), renamed)),
      { kind: 'DraftOutdated', basedOn: 1, newest: 2 },
    ],
    [
      'submit what members would lose by',
      submit(found(at('open', { body: twoTiers }))),
      problem('tier evergreen: members hold it, it may not disappear'),
    ],
    [
      'submit what is unsound',
      submit(found(at('open', { body: noBadge }))),
      problem('rule storyteller: there is no badge storyteller'),
    ],
    [
      'submit no change',
      submit(found(at('open', { body: defaultProgram }))),
      problem('says the same as version 1'),
    ],
    ['withdraw no draft', withdraw(found(undefined)), notFound],
    ['withdraw what was changed', withdraw(found(at('open')), { version: 2 }), isOther],
    ['withdraw what is published', withdraw(found(at('published'))), notOpen('published')],
  ])('%s', (_, answer, refusal) => {
    expect(answer).toMatchObject({ outcome: refusal, kinds: [] })
  })
})
