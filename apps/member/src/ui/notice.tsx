import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { accessible } from './accessible'
import { Button } from './button'
import './notice.scss'

export interface NoticeProps {
  id?: string
  tone?: 'plain' | 'good' | 'warn' | 'bad'
  action?: { id?: string; label: string; onTap: () => void }
}

/** A line that has something to say above or inside a card; read out when it appears. */
export function Notice({ id, tone = 'plain', action, children }: PropsWithChildren<NoticeProps>) {
  return (
    <View
      className={`notice notice--${tone}`}
      {...accessible({ id, role: tone === 'bad' ? 'alert' : 'status', live: true })}
    >
      <View className='notice__text'>{children}</View>
      {action && (
        <Button id={action.id} kind='quiet' onTap={action.onTap}>
          {action.label}
        </Button>
      )}
    </View>
  )
}
