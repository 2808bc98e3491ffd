/**
 * Brings a database up to date and says what it did: the one named as argument, or `DATABASE_URL`,
 * or the file in `.data`. `npm run migrate -w bff -- <file or postgres://…>`.
 */
import { fileURLToPath } from 'node:url'
import { openDatabase } from '../src/db/open.ts'

const defaultFile = fileURLToPath(new URL('../../.data/evergreen.db', import.meta.url))
const [address = process.env.DATABASE_URL ?? defaultFile] = process.argv.slice(2)
const driver = openDatabase(address)
try {
  const { applied, alreadyApplied, backupFile } = await driver.migrate()
  console.log(`${driver.dialect}: ${applied.length} applied, ${alreadyApplied} were there`)
  for (const name of applied) console.log(`  ${name}`)
  if (backupFile) console.log(`a copy taken before is ${backupFile}`)
} finally {
  await driver.close()
}
