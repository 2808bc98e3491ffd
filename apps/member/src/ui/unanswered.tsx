import { View } from '@tarojs/components'
import { Button } from './button'
import { Notice } from './notice'
import './unanswered.scss'

export interface UnansweredProps {
  /** What was sent; ids of the parts begin with it. */
  id: string
  title: string
  /** What trying again means. */
  next: string
  waiting?: boolean
  onAgain: () => void
  onGiveUp: () => void
  giveUp: string
}

/** Something was sent and nobody knows yet what became of it: nothing is claimed. */
export function Unanswered(props: UnansweredProps) {
  const { id, title, next, waiting, onAgain, onGiveUp, giveUp } = props
  return (
    <Notice id={`${id}-unanswered`} tone='warn'>
      <View className='unanswered__title'>{title}</View>
      {next}
      <View className='unanswered__choice'>
        <Button id={`${id}-again`} kind='secondary' waiting={waiting} onTap={onAgain}>
          再试一次
        </Button>
        <Button id={`${id}-give-up`} kind='quiet' disabled={waiting} onTap={onGiveUp}>
          {giveUp}
        </Button>
      </View>
    </Notice>
  )
}
