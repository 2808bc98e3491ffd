import { View } from '@tarojs/components'
import { Button } from '@/ui/button'
import type { Text } from './texts'
import './sign-in.scss'

/** A text to be read before agreeing to it. */
export function Reading({ text, onBack }: { text: Text; onBack: () => void }) {
  return (
    <View id='reading'>
      {text.paragraphs.map(({ head, text: words }) => (
        <View key={words} className='reading__part'>
          {head && <View className='reading__head'>{head}</View>}
          <View className='reading__text'>{words}</View>
        </View>
      ))}
      <Button id='read' kind='secondary' onTap={onBack}>
        读完了，返回
      </Button>
    </View>
  )
}
