import { View } from '@tarojs/components'
import { accessible } from './accessible'
import './sprig.scss'

/** The sprig that stands for the programme wherever there is nothing else to show. */
export function Sprig() {
  return (
    <View className='sprig' {...accessible({ hidden: true })}>
      <View className='sprig__stem' />
      <View className='sprig__leaf sprig__leaf--left' />
      <View className='sprig__leaf sprig__leaf--right' />
      <View className='sprig__leaf sprig__leaf--top' />
    </View>
  )
}
