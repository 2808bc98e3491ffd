import type { HostRecord } from '../contract.ts'

const SET_DATA_BYTES_MAX = 1024 * 1024

const encoder = new TextEncoder()

export const record: HostRecord = {
  setData: [],
  calls: [],
  requests: [],
  faults: [],
  console: [],
  toasts: [],
  vibrations: [],
  brightness: 0.5,
  keepScreenOn: false,
  clipboard: '',
  subscriptions: {},
  firstRenderAt: null,
  refreshing: false,
}

/** Milliseconds since the host started. */
export const sinceStart = (): number => Math.round(performance.now())

/** Notes something that must fail the test, whatever the app does about it. */
export function fault(problem: unknown): void {
  const text = problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)
  record.faults.push(text)
}

export function noteCall(name: string, sync: boolean, about?: unknown): void {
  const call = { name, sync, at: sinceStart() }
  record.calls.push(typeof about === 'string' ? { ...call, about } : call)
}

/**
 * Notes a setData and returns its data as the view side receives it: through JSON, so functions,
 * undefined values and shared references do not survive, as on a phone.
 */
export function noteSetData(
  who: string,
  page: string,
  hidden: boolean,
  data: Record<string, unknown>,
): Record<string, unknown> {
  const json = JSON.stringify(data)
  const bytes = encoder.encode(json).length
  record.setData.push({ who, page, bytes, keys: Object.keys(data), hidden, at: sinceStart() })
  if (bytes > SET_DATA_BYTES_MAX) fault(`setData of ${bytes} bytes on ${page} is over 1 MB`)
  for (const [key, value] of Object.entries(data)) {
    if (value === undefined) fault(`setData sets ${key} to undefined on ${page}`)
  }
  return JSON.parse(json) as Record<string, unknown>
}
