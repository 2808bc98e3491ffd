import { expect, it } from 'vitest'
import { openPostgres } from '../../bff/src/db/postgres.ts'
import { defaultProgram } from '../../bff/src/program/default.ts'
import { createPostgresDatabase } from '../fixtures/databases.ts'
import { openBareApp } from '../fixtures/open-app.ts'
import { countRows } from '../fixtures/rows.ts'
import { times } from './member-acts.ts'

it('starts three processes at once on an empty database: one programme, and all come up', async () => {
  const { address, drop } = await createPostgresDatabase()
  const brands = times(3, (n) => `长青 ${n}`)
  const apps = await Promise.all(
    brands.map((brand) =>
      openBareApp({ driver: openPostgres(address), program: { ...defaultProgram, brand } }),
    ),
  )
  const answers = await Promise.all(apps.map(({ ask }) => ask('{ program { version brand } }')))
  expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1)
  expect(answers[0]).toMatchObject({ status: 200, data: { program: { version: 1 } } })
  expect(await countRows(apps[0]?.driver ?? openPostgres(address))).toMatchObject({ programs: 1 })
  await Promise.all(apps.map(({ close }) => close()))
  await drop()
})
