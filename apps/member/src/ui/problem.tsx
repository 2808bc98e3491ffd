import { Text, View } from '@tarojs/components'
import { accessible } from './accessible'
import { Button } from './button'
import './problem.scss'

export interface ProblemProps {
  id?: string
  /** What went wrong, in the reader's words. */
  cause: string
  /** What can be done. */
  advice?: string
  /** What to quote when asking for help. */
  requestId?: string
  onRetry?: () => void
  retrying?: boolean
}

export function Problem({
  id = 'problem',
  cause,
  advice,
  requestId,
  onRetry,
  retrying,
}: ProblemProps) {
  return (
    <View id={id} className='problem' {...accessible({ role: 'alert' })}>
      <View className='problem__cause'>{cause}</View>
      {advice && <View className='problem__advice'>{advice}</View>}
      {requestId && (
        <View className='problem__request'>
          反馈编号 <Text userSelect>{requestId}</Text>
        </View>
      )}
      {onRetry && (
        <Button id='retry' kind='secondary' waiting={retrying} onTap={onRetry}>
          再试一次
        </Button>
      )}
    </View>
  )
}
