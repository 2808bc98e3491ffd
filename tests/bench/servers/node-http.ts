import { createServer } from 'node:http'
import { memberIdOf, tokenOf } from '../crowd.ts'
import { GROUP_MAX } from '../raw-sqlite.ts'
import { type Contender, type ContenderOptions, closeServer, listen } from './contender.ts'
import { commitGroup, openBareDatabase, rowsOf } from './raw.ts'

/**
 * The least an HTTP server can do: it parses the body, knows its callers by heart, commits rows that
 * were worked out beforehand, and answers hardly anything. Commits that wait together share a flush.
 */
export async function openNodeHttp(options: ContenderOptions): Promise<Contender> {
  const bare = openBareDatabase(options, 'FULL')
  const { database, today } = bare
  const memberIds = new Map(
    options.numbers.map((number) => [`Bearer ${tokenOf(number)}`, memberIdOf(number)]),
  )
  const waiting: { memberId: string; done(): void }[] = []

  function commitWaiting(): void {
    const group = waiting.splice(0, GROUP_MAX)
    commitGroup(
      database,
      group.map(({ memberId }) => rowsOf(today.rows, memberId)),
    )
    for (const { done } of group) done()
    if (waiting.length > 0) setImmediate(commitWaiting)
  }

  function checkIn(memberId: string): Promise<void> {
    return new Promise((done) => {
      waiting.push({ memberId, done })
      if (waiting.length === 1) setImmediate(commitWaiting)
    })
  }

  async function answer(authorization: string, body: string): Promise<object> {
    const memberId = memberIds.get(authorization)
    if (memberId === undefined) throw new Error('nobody known')
    const { variables } = JSON.parse(body)
    if (variables.key === undefined) return database.readHome(memberId)
    await checkIn(memberId)
    return { checkIn: { __typename: 'CheckedIn' } }
  }

  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', async () => {
      const { authorization = '' } = request.headers
      const data = await answer(authorization, Buffer.concat(parts).toString('utf8'))
      const text = JSON.stringify({ data })
      const length = Buffer.byteLength(text)
      response
        .writeHead(200, { 'content-type': 'application/json', 'content-length': length })
        .end(text)
    })
  })
  return {
    port: await listen(server),
    beginDay: bare.beginDay,
    async close() {
      await closeServer(server)
      await bare.close()
    },
  }
}
