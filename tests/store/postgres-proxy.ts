import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** What the proxy does with the next commit that passes through it. */
export type Mischief =
  /** Keeps back every answer until the COMMIT has been sent. */
  | 'hold-answers'
  /** Ends the connection in place of passing the COMMIT on. */
  | 'cut-before-commit'
  /** Passes the COMMIT on and ends the connection when the server answers it. */
  | 'cut-after-commit'
  /** Passes nothing on any more, in both directions. */
  | 'fall-silent'

/** Stands between a driver and its server and spoils one commit at a time. */
export async function openPostgresProxy(serverUrl: string, port = 0) {
  const target = new URL(serverUrl)
  const sockets = new Set<Socket>()
  let mischief: Mischief | undefined

  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname)
    const held: Buffer[] = []
    let sent = Buffer.alloc(0)
    let isSilent = false
    let isCommitSent = false
    const cut = () => {
      mischief = undefined
      client.destroy()
      upstream.destroy()
    }

    client.on('data', (chunk: Buffer) => {
      sent = Buffer.concat([sent.subarray(-16), chunk])
      // The end of a text that is nothing but this one word.
      const isCommit = sent.includes('commit\0')
      if (mischief === 'fall-silent') isSilent = true
      if (isSilent) return
      if (isCommit && mischief === 'cut-before-commit') return cut()
      if (isCommit && mischief === 'cut-after-commit') isCommitSent = true
      if (isCommit && mischief === 'hold-answers') {
        mischief = undefined
        for (const answer of held.splice(0)) client.write(answer)
      }
      upstream.write(chunk)
    })
    upstream.on('data', (chunk: Buffer) => {
      if (isSilent) return
      if (isCommitSent && chunk.includes('COMMIT\0')) return cut()
      if (isCommitSent) return
      if (mischief === 'hold-answers') held.push(chunk)
      else client.write(chunk)
    })
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(socket)
      socket.on('error', () => {})
      socket.on('close', () => {
        sockets.delete(socket)
        other.destroy()
      })
    }
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')

  const url = new URL(serverUrl)
  url.port = String((server.address() as AddressInfo).port)
  const cutAll = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: url.href,
    spoilNext: (next: Mischief) => {
      mischief = next
    },
    cutAll,
    async close(): Promise<void> {
      cutAll()
      server.close()
      await once(server, 'close')
    },
  }
}
