import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { accessible } from './accessible'
import { Touchable } from './touchable'
import './cell.scss'

export interface CellProps {
  id?: string
  label: string
  /** A second, softer line under the label. */
  detail?: string
  value?: ReactNode
  /** With it the row shows an arrow. */
  onTap?: () => void
}

/** One row: what it is, and its value. Rows belong in a card. */
export function Cell({ id, label, detail, value, onTap }: CellProps) {
  const content = (
    <>
      <View className='cell__words'>
        <View className='cell__label'>{label}</View>
        {detail && <View className='cell__detail'>{detail}</View>}
      </View>
      {value !== undefined && <View className='cell__value'>{value}</View>}
      {onTap && <View className='cell__arrow' />}
    </>
  )
  if (!onTap)
    return (
      <View className='cell' {...accessible({ id })}>
        {content}
      </View>
    )
  return (
    <Touchable id={id} className='cell' onTap={onTap}>
      {content}
    </Touchable>
  )
}
