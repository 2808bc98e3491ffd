import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { accessible } from './accessible'
import type { TitleBarProps } from './title-bar'
import { Touchable } from './touchable'
import './title-bar.scss'

/** Goes back, or home when the page was opened by its address. */
function goBack() {
  if (Taro.getCurrentPages().length > 1) Taro.navigateBack()
  else Taro.switchTab({ url: '/pages/home/index' })
}

export function TitleBar({ title, back }: TitleBarProps) {
  return (
    <View className='title-bar' {...accessible({ role: 'banner' })}>
      {back && (
        <Touchable id='back' className='title-bar__back' label='返回' onTap={goBack}>
          <View className='title-bar__arrow' />
        </Touchable>
      )}
      <View className='title-bar__title' {...accessible({ role: 'heading' })} aria-level={1}>
        {title}
      </View>
    </View>
  )
}
