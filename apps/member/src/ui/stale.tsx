import { View } from '@tarojs/components'
import { Notice } from './notice'

export interface StaleProps {
  /** Why there is no newer answer; undefined while there is nothing to say. */
  cause: string | undefined
  onRetry: () => void
}

/** Above an older answer: why it was not asked for again. Its place stays when it goes. */
export function Stale({ cause, onRetry }: StaleProps) {
  return (
    <View>
      {cause !== undefined && (
        <Notice id='stale' tone='warn' action={{ id: 'retry', label: '刷新', onTap: onRetry }}>
          {`${cause}，下面是上次看到的内容。`}
        </Notice>
      )}
    </View>
  )
}
