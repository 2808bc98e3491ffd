import Taro from '@tarojs/taro'

/** What a storage key held, checked by whoever reads it; undefined when there is nothing. */
export function readStored(name: string): unknown {
  const stored: unknown = Taro.getStorageSync(name)
  return stored === '' ? undefined : stored
}

/** Written before the call returns, so that it outlives the app being closed. */
export function store(name: string, value: unknown): void {
  Taro.setStorageSync(name, value)
}
