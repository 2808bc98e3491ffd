import { Input, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { accessible, inputLabel } from './accessible'
import './field.scss'

export interface FieldProps {
  id: string
  label: string
  placeholder?: string
  type?: 'text' | 'number' | 'digit'
  lengthMax?: number
  /** Said under the field, for instance why it was not taken. */
  error?: string
  /** Sits at the end of the line, for instance a button. */
  aside?: ReactNode
  onText: (text: string) => void
  onDone?: () => void
}

/** One line of text. It is uncontrolled: a controlled input loses the caret in mini-programs. */
export function Field(props: FieldProps) {
  const { id, label, placeholder, type = 'text', lengthMax = 60, error, aside } = props
  return (
    <View className='field'>
      <View className='field__label'>{label}</View>
      <View className={`field__line ${error ? 'field__line--error' : ''}`}>
        <Input
          id={id}
          className='field__input'
          type={type}
          maxlength={lengthMax}
          placeholder={placeholder}
          placeholderClass='field__placeholder'
          onInput={(event) => props.onText(event.detail.value)}
          onConfirm={props.onDone}
          {...inputLabel(label)}
        />
        {aside}
      </View>
      {error && (
        <View className='field__error' {...accessible({ role: 'alert' })}>
          {error}
        </View>
      )}
    </View>
  )
}
