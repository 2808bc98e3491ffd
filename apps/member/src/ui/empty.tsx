import { View } from '@tarojs/components'
import { accessible } from './accessible'
import { Button } from './button'
import { Heading } from './heading'
import { Sprig } from './sprig'
import './empty.scss'

export interface EmptyProps {
  id?: string
  title: string
  /** Why there is nothing here, and what will be. */
  text?: string
  action?: { id?: string; label: string; onTap: () => void }
}

export function Empty({ id, title, text, action }: EmptyProps) {
  return (
    <View className='empty' {...accessible({ id })}>
      <Sprig />
      <Heading>{title}</Heading>
      {text && <View className='empty__text'>{text}</View>}
      {action && (
        <Button id={action.id} kind='secondary' onTap={action.onTap}>
          {action.label}
        </Button>
      )}
    </View>
  )
}
