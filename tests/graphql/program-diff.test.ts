import { describe, expect, it } from 'vitest'
import { answered } from '../fixtures/acts.ts'
import { openOffice, renamed } from '../fixtures/office.ts'
import { createDraft, DRAFT, type Draft, idOf, saveDraft } from '../fixtures/program-acts.ts'

describe('what operators read', () => {
  const DIFF = `query ($from: Int!, $to: Int, $draftId: ID) {
    programDiff(from: $from, to: $to, draftId: $draftId) { kind path section sentence before after }
  }`

  it('is the difference between two versions, or a version and a draft', async () => {
    const { app, qian, publishRenamed } = await openOffice()
    await publishRenamed()
    const told = {
      kind: 'CHANGED',
      path: 'brand',
      section: '方案',
      sentence: '方案 · 品牌名：长青会员 → 常青会员',
      before: '长青会员',
      after: '常青会员',
    }
    const diff = async (variables: object) => answered(await app.ask(DIFF, variables, qian))
    expect(await diff({ from: 1, to: 2 })).toEqual({ programDiff: [told] })
    expect(await diff({ from: 2, to: 2 })).toEqual({ programDiff: [] })
    expect(await diff({ from: 1, to: 9 })).toEqual({ programDiff: null })
    expect(await diff({ from: 1, draftId: 'nobody' })).toEqual({ programDiff: null })
    const { draft } = await createDraft(app, qian, { reason: '再试' })
    expect(await diff({ from: 1, draftId: draft.id })).toEqual({ programDiff: [told] })
  })

  it.each([
    ['neither a version nor a draft', { from: 1 }],
    ['both', { from: 1, to: 1, draftId: 'draft' }],
  ])('is no difference to %s', async (_, variables) => {
    const { app, qian } = await openOffice()
    const { errors } = await app.ask(DIFF, variables, qian)
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', field: 'to' })
  })

  it('is every draft, the one that was worked on last first', async () => {
    const { app, qian } = await openOffice()
    const { draft: one } = await createDraft(app, qian, { reason: '一' })
    app.clock.at += 1
    await createDraft(app, qian, { reason: '二' })
    app.clock.at += 1
    await saveDraft(app, qian, { ...idOf(one), body: JSON.stringify(renamed), reason: '还是一' })
    const { programDrafts } = answered(
      await app.ask<{ programDrafts: Draft[] }>(`{ programDrafts ${DRAFT} }`, {}, qian),
    )
    expect(programDrafts.map(({ reason }) => reason)).toEqual(['还是一', '二'])
    expect(answered(await app.ask('{ programDraft(id: "?") { id } }', {}, qian))).toEqual({
      programDraft: null,
    })
  })

  it.each([
    ['reason', '', 'createProgramDraft'],
    ['reason', '长'.repeat(501), 'createProgramDraft'],
    ['reason', 'a\u0000b', 'createProgramDraft'],
  ])('needs words: %s may not be %j', async (field, reason) => {
    const { app, qian } = await openOffice()
    const mutation = `mutation ($reason: String!) {
      createProgramDraft(key: "key-of-words", reason: $reason) { __typename }
    }`
    const { errors } = await app.ask(mutation, { reason }, qian)
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', field })
  })
})
