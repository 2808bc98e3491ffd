import { Image, View } from '@tarojs/components'
import { accessible } from './accessible'
import './code-paper.scss'

export interface CodePaperProps {
  id: string
  /** The code as a picture. */
  picture: string
  /** What a screen reader says instead. */
  label: string
}

/** A code to be scanned, on paper that stays white in the dark. */
export function CodePaper({ id, picture, label }: CodePaperProps) {
  return (
    <View className='code-paper' {...accessible({ id, role: 'img', label })}>
      <Image className='code-paper__qr' src={picture} {...accessible({ hidden: true })} />
    </View>
  )
}
