import type { HostRecord } from '../weapp-host/contract.ts'
import type { Phone } from './phone.ts'

export interface Step {
  calls: number
  bytes: number
  largest: number
  hidden: number
  requests: number
}

/** What the host wrote down. Only a mini-program has a record. */
export async function recordOf(phone: Phone): Promise<HostRecord> {
  const record = await phone.record()
  if (!record) throw new Error('Only a mini-program has a record')
  return record
}

/** Sums up what one step of the tour did to the view side. */
function sum(before: HostRecord, after: HostRecord): Step {
  const calls = after.setData.slice(before.setData.length)
  return {
    calls: calls.length,
    bytes: calls.reduce((total, { bytes }) => total + bytes, 0),
    largest: Math.max(0, ...calls.map(({ bytes }) => bytes)),
    hidden: calls.filter(({ hidden }) => hidden).length,
    requests: after.requests.length - before.requests.length,
  }
}

/** Does one thing with the phone and sums up what it cost, once its end can be seen. */
export async function measured(phone: Phone, act: () => Promise<void>): Promise<Step> {
  const before = await recordOf(phone)
  await act()
  return sum(before, await recordOf(phone))
}
