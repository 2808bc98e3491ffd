/** Brings the database of `DATABASE_URL`, or the file given as argument, up to date and says what it did. */
import { openDatabase } from '../src/db/open.ts'

const [file = 'data/evergreen.db'] = process.argv.slice(2)
const driver = openDatabase(process.env.DATABASE_URL ?? file)
try {
  const { applied, alreadyApplied, backupFile } = await driver.migrate()
  console.log(`${driver.dialect}: ${applied.length} applied, ${alreadyApplied} were there`)
  for (const name of applied) console.log(`  ${name}`)
  if (backupFile) console.log(`a copy taken before is ${backupFile}`)
} finally {
  await driver.close()
}
