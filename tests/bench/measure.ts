import type { ContenderSpec, Work } from './contenders.ts'
import { memberIdOf, tokenOf } from './crowd.ts'
import { bodyMaker, checkInKey } from './documents.ts'
import type { ContenderProcess } from './process.ts'
import { p99, type Sample } from './results.ts'
import { requestBytes, send } from './send.ts'

export interface Round {
  day: number
  numbers: readonly number[]
  connections: number
}

/** One contender does one kind of work, once for each member; every answer is checked. */
export async function measure(
  spec: ContenderSpec,
  contender: ContenderProcess,
  work: Work,
  round: Round,
): Promise<Sample> {
  const { port } = contender
  const run = port === undefined ? runWithin(contender, work) : prepareLoad(port, spec, work, round)
  const before = await cpuOf(contender)
  const { elapsedMs, latenciesMs } = await run()
  const cpuUs = (await cpuOf(contender)) - before
  const count = round.numbers.length
  if (latenciesMs.length !== count) throw new Error(`${spec.name} did ${latenciesMs.length} times`)
  return {
    requestsPerSecond: (count * 1000) / elapsedMs,
    p99Ms: p99(latenciesMs),
    cpuUsPerRequest: cpuUs / count,
  }
}

async function cpuOf(contender: ContenderProcess): Promise<number> {
  const { cpuUs } = await contender.order({ kind: 'tell-cpu' })
  if (cpuUs === undefined) throw new Error('a contender tells no processor time')
  return cpuUs
}

const runWithin = (contender: ContenderProcess, work: Work) => async () => {
  const beganAt = performance.now()
  const { latenciesMs = [] } = await contender.order({ kind: 'run', work })
  return { elapsedMs: performance.now() - beganAt, latenciesMs }
}

function prepareLoad(port: number, spec: ContenderSpec, work: Work, round: Round) {
  const { day, numbers, connections } = round
  const makeBody = bodyMaker(work, spec.asking)
  const memberIds = numbers.map(memberIdOf)
  const requests = numbers.map((number, i) => {
    const variables = work === 'home' ? {} : { key: checkInKey(day, memberIds[i] ?? '') }
    return requestBytes(makeBody(variables), tokenOf(number))
  })
  const rightPart = (index: number) =>
    work === 'home' ? `"id":"${memberIds[index]}"` : '"__typename":"CheckedIn"'
  return () =>
    send({
      port,
      connections,
      requests,
      check({ status, body }, index) {
        if (status === 200 && body.includes(rightPart(index))) return
        throw new Error(`${spec.name}, ${work} ${index}: ${status} ${body.slice(0, 500)}`)
      },
    })
}
