import { asyncApi, mustBe, type Options, Refusal, syncApi } from './call.ts'

const PREFIX = 'mp:'
const ENTRY_BYTES_MAX = 1024 * 1024
const TOTAL_BYTES_MAX = 10 * 1024 * 1024

const encoder = new TextEncoder()
const keys = (): string[] =>
  Object.keys(localStorage)
    .filter((key) => key.startsWith(PREFIX))
    .map((key) => key.slice(PREFIX.length))

const bytesOf = (text: string): number => encoder.encode(text).length
const totalBytes = (): number =>
  keys().reduce((sum, key) => sum + bytesOf(localStorage.getItem(PREFIX + key) ?? ''), 0)

/** What is stored under a key, or undefined. */
function read(key: string): unknown {
  const text = localStorage.getItem(PREFIX + key)
  return text === null ? undefined : (JSON.parse(text) as { data?: unknown }).data
}

/** Keeps a value the way the platform does: as plain data, 1 MB a key, 10 MB in all. */
function write(key: unknown, data: unknown): void {
  mustBe('string', { key }, 'key')
  if (data === undefined)
    throw new Refusal('parameter error: parameter.data should not be undefined')
  if (typeof data === 'function') throw new Refusal('data type not supported')
  const text = JSON.stringify({ data })
  if (bytesOf(text) > ENTRY_BYTES_MAX) throw new Refusal('entry size limit reached')
  if (totalBytes() + bytesOf(text) > TOTAL_BYTES_MAX) throw new Refusal('storage limit reached')
  localStorage.setItem(PREFIX + String(key), text)
}

const remove = (key: string): void => localStorage.removeItem(PREFIX + key)

function info(): Options {
  return {
    keys: keys(),
    currentSize: Math.ceil(totalBytes() / 1024),
    limitSize: TOTAL_BYTES_MAX / 1024,
  }
}

/** The synchronous calls throw what the others report. */
function orThrow<A extends unknown[], R>(name: string, work: (...values: A) => R) {
  return syncApi(name, (...values: A): R => {
    try {
      return work(...values)
    } catch (error) {
      throw new Error(`${name}:fail ${(error as Error).message}`)
    }
  })
}

export const storageApis = {
  // A missing key reads as an empty string, not as null or undefined.
  getStorageSync: orThrow('getStorageSync', (key: string) => read(key) ?? ''),
  setStorageSync: orThrow('setStorageSync', write),
  removeStorageSync: orThrow('removeStorageSync', remove),
  clearStorageSync: orThrow('clearStorageSync', () => keys().forEach(remove)),
  getStorageInfoSync: orThrow('getStorageInfoSync', info),
  getStorage: asyncApi('getStorage', (options) => {
    mustBe('string', options, 'key')
    const data = read(String(options.key))
    if (data === undefined) throw new Refusal('data not found')
    return { data }
  }),
  setStorage: asyncApi('setStorage', (options) => {
    write(options.key, options.data)
    return {}
  }),
  removeStorage: asyncApi('removeStorage', (options) => {
    mustBe('string', options, 'key')
    remove(String(options.key))
    return {}
  }),
  clearStorage: asyncApi('clearStorage', () => {
    keys().forEach(remove)
    return {}
  }),
  getStorageInfo: asyncApi('getStorageInfo', info),
}
