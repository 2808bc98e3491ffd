import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { accessible } from './accessible'
import { Heading } from './heading'
import { Touchable } from './touchable'
import './sheet.scss'

export interface SheetProps {
  id?: string
  open: boolean
  title: string
  /** A line under the title. */
  text?: string
  onClose: () => void
}

/** A half sheet over the screen. */
export function Sheet({ id, open, title, text, onClose, children }: PropsWithChildren<SheetProps>) {
  // The place stays when the sheet goes: taking a child away makes a mini-program send all of its
  // parent's children again, and here there are none.
  return (
    <View>
      {open && (
        <View className='sheet' catchMove>
          <View className='sheet__veil' onClick={onClose} {...accessible({ hidden: true })} />
          <View className='sheet__panel' {...accessible({ id, role: 'dialog', label: title })}>
            <View className='sheet__head'>
              <Heading>{title}</Heading>
              <Touchable id='close-sheet' className='sheet__close' label='关闭' onTap={onClose}>
                <View className='sheet__cross' />
              </Touchable>
            </View>
            <View className='sheet__body'>
              {text && <View className='sheet__text'>{text}</View>}
              {children}
            </View>
          </View>
        </View>
      )}
    </View>
  )
}
