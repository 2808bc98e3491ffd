import { View } from '@tarojs/components'
import { Notice } from './notice'
import './refusal.scss'

export interface RefusalProps {
  id: string
  title: string
  /** What to do next. */
  next: string
}

/** Why something was not done, and what is done next. */
export function Refusal({ id, title, next }: RefusalProps) {
  return (
    <Notice id={id} tone='bad'>
      <View className='refusal__title'>{title}</View>
      {next}
    </Notice>
  )
}
