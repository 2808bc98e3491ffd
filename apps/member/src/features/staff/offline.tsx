import { View } from '@tarojs/components'
import { useOnline } from '@/lib/use-online'
import { Notice } from '@/ui/notice'

/** Without a network nothing is earned and nothing is spent. */
export function Offline() {
  const online = useOnline()
  return (
    <View>
      {!online && (
        <Notice id='counter-offline' tone='warn'>
          现在没有网络。查询、记录、核销和退款都要等网络恢复，请先手工留底。
        </Notice>
      )}
    </View>
  )
}
