import { Image, View } from '@tarojs/components'
import { accessible } from './accessible'
import './picture.scss'

export interface PictureProps {
  /** Address of the picture; without one the mark stands on a tinted ground. */
  src?: string | undefined
  /** One character that stands for the thing. */
  mark: string
  shape?: 'square' | 'wide'
  tone?: 'growth' | 'points'
  /** Grey, for what cannot be had. */
  faded?: boolean
}

/** A picture in a box that keeps its shape before it has come. It only decorates. */
export function Picture(props: PictureProps) {
  const { src, mark, shape = 'square', tone = 'growth', faded = false } = props
  const looks = `picture--${shape} picture--${tone} ${faded ? 'picture--faded' : ''}`
  return (
    <View className={`picture ${looks}`} {...accessible({ hidden: true })}>
      {src ? (
        <Image className='picture__image' src={src} mode='aspectFill' lazyLoad />
      ) : (
        <View className='picture__mark'>{mark}</View>
      )}
    </View>
  )
}
