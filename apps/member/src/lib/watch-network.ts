import Taro from '@tarojs/taro'

/** Tells whether there is a network whenever that changes; the answer stops it. */
export function watchNetwork(tell: (isOnline: boolean) => void): () => void {
  const changed = ({ isConnected }: { isConnected: boolean }) => tell(isConnected)
  Taro.onNetworkStatusChange(changed)
  return () => Taro.offNetworkStatusChange(changed)
}
