import { noteCall } from '../host/record.ts'
import { ask } from '../host/window.ts'
import { asyncApi, type Options, syncApi } from './call.ts'

type Settle = ((result: Options) => void) | undefined

/**
 * Alipay's `my`: the same phone behind other names. Only what a first screen needs is here, to
 * prove that the build of that platform boots and its logic runs.
 */
export function createMy(wx: Options): Options {
  const call = (name: string, ...values: unknown[]) =>
    (wx[name] as (...given: unknown[]) => unknown)(...values)
  return {
    ...wx,
    SDKVersion: '2.9.40',
    request: (options: Options) =>
      call('request', {
        ...options,
        header: options.headers,
        success: (answer: Options) =>
          (options.success as Settle)?.({
            data: answer.data,
            status: answer.statusCode,
            headers: answer.header,
          }),
        fail: (answer: Options) =>
          (options.fail as Settle)?.({ error: 12, errorMessage: answer.errMsg }),
      }),
    getStorageSync: syncApi('getStorageSync', ({ key }: { key: string }) => ({
      data: call('getStorageSync', key) || null,
    })),
    setStorageSync: syncApi('setStorageSync', ({ key, data }: { key: string; data: unknown }) =>
      call('setStorageSync', key, data),
    ),
    removeStorageSync: syncApi('removeStorageSync', ({ key }: { key: string }) =>
      call('removeStorageSync', key),
    ),
    getAuthCode: asyncApi('getAuthCode', async () => ({ authCode: await ask({ kind: 'login' }) })),
    alert: asyncApi('alert', () => ({})),
    hideTabBar: () => noteCall('hideTabBar', false),
    showTabBar: () => noteCall('showTabBar', false),
  }
}
