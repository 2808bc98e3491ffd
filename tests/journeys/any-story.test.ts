import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openScene, stories } from './story.commands.ts'
import type { Town } from './story.model.ts'

const STORIES = 10
const COMMANDS_MAX = 50

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'evergreen-stories-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('whatever people do, in whatever order, everything adds up', { timeout: 120_000 }, async () => {
  let told = 0
  await fc.assert(
    fc.asyncProperty(stories(COMMANDS_MAX), async (commands) => {
      const scene = await openScene(join(folder, `${++told}.db`))
      const town: Town = { members: new Map(), keys: [], shown: undefined }
      try {
        await fc.asyncModelRun(() => ({ model: town, real: scene }), commands)
        expect(scene.app.errors).toEqual([])
      } finally {
        await scene.app.close()
      }
    }),
    { numRuns: STORIES },
  )
  expect(told).toBe(STORIES)
})
