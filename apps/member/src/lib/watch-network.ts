import Taro from '@tarojs/taro'

/** Both platforms' words for no network. */
const NONE: readonly string[] = ['none', 'NOTREACHABLE']

/** Tells whether there is a network, now and whenever that changes; the answer stops it. */
export function watchNetwork(tell: (isOnline: boolean) => void): () => void {
  let isTold = false
  const changed = ({ isConnected }: { isConnected: boolean }) => {
    isTold = true
    tell(isConnected)
  }
  Taro.onNetworkStatusChange(changed)
  // A change that came meanwhile is newer than this answer.
  Taro.getNetworkType({
    success: ({ networkType }) => isTold || tell(!NONE.includes(networkType)),
  })
  return () => Taro.offNetworkStatusChange(changed)
}
