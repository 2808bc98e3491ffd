import { View } from '@tarojs/components'
import { useSecondsLeft } from '@/lib/use-seconds-left'
import { endsAt, type HeldCode, refreshesAt } from './code-clock'

interface CodeLeftProps {
  code: HeldCode
  running: boolean
  /** True when a fresh code cannot be had: then the end of this one is what matters. */
  last: boolean
}

/** The countdown stands alone, so that a tick changes one number on the screen and nothing else. */
export function CodeLeft({ code, running, last }: CodeLeftProps) {
  const left = useSecondsLeft(last ? endsAt(code) : refreshesAt(code), running)
  return (
    <View id='code-left' className='member-code__left'>
      {left}
      {last ? '秒后失效' : '秒后换新码'}
    </View>
  )
}
