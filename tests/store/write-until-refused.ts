/**
 * Started as a process of its own with a limit on the size of its files: writes notes to the file
 * it is given until a commit fails, tries once more, and prints what it saw.
 */
import { groupCommit } from '../../bff/src/db/group-commit.ts'
import { openWriter } from '../../bff/src/db/sqlite-connection.ts'

const client = openWriter(String(process.argv[2]))
client.exec('create table notes (text text not null) strict')
const group = groupCommit(client, 64)
const statement = { text: 'insert into notes values (?)', bind: () => [] }
const commit = (text: string) => group.commit([{ statement, values: [text] }])
const codeOf = (error: Error & { code?: string }) => error.code ?? error.message

let acknowledged = 0
let failure = ''
while (failure === '') {
  await commit('x'.repeat(10_000)).then(
    () => acknowledged++,
    (error) => {
      failure = codeOf(error)
    },
  )
}
// So short that there would be room for it.
const next = await commit('x').catch(codeOf)
process.stdout.write(JSON.stringify({ acknowledged, failure, next }))
