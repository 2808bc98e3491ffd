import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { printSchema } from 'graphql'
import { accessOf } from '../src/graphql/auth.ts'
import { buildSchema } from '../src/schema.ts'

// Prints the contract. With --check it only compares, and fails when the file is stale.
const file = fileURLToPath(new URL('../../shared/schema.graphql', import.meta.url))
const schema = buildSchema()
for (const type of [schema.getQueryType(), schema.getMutationType()])
  for (const field of Object.values(type?.getFields() ?? {}))
    field.description = [field.description, `Role: ${accessOf(field)?.role}.`]
      .filter(Boolean)
      .join(' ')
const printed = `${printSchema(schema)}\n`

if (process.argv.includes('--check')) {
  if (readFileSync(file, 'utf8') === printed) process.exit(0)
  console.error('shared/schema.graphql is stale: run npm run schema -w bff')
  process.exit(1)
}
writeFileSync(file, printed)
