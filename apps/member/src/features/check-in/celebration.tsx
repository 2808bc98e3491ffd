import { View } from '@tarojs/components'
import { useState } from 'react'
import { accessible } from '@/ui/accessible'
import { Button } from '@/ui/button'
import { Sprig } from '@/ui/sprig'
import { type Occasion, occasionOf } from './occasion'
import type { CheckedIn } from './send-check-in'
import './celebration.scss'

/**
 * Celebrates seldom and in three strengths: most days only the result itself appears, a full
 * ladder lets leaves fall once, and a tier, a badge or a great streak fills the screen.
 */
export function Celebration({ answer }: { answer: CheckedIn }) {
  const [over, setOver] = useState(false)
  const occasion = occasionOf(answer)
  if (occasion.strength === 'tick' || over) return null
  if (occasion.strength === 'pop') return <Leaves />
  return <Ceremony occasion={occasion} onClose={() => setOver(true)} />
}

function Leaves() {
  return (
    <View className='leaves' {...accessible({ hidden: true })}>
      {['a', 'b', 'c', 'd', 'e'].map((leaf) => (
        <View key={leaf} className={`leaves__leaf leaves__leaf--${leaf}`} />
      ))}
    </View>
  )
}

function Ceremony({ occasion, onClose }: { occasion: Occasion; onClose: () => void }) {
  return (
    <View
      id='celebration'
      className='ceremony'
      catchMove
      {...accessible({ role: 'dialog', label: occasion.title })}
    >
      <Leaves />
      <View className='ceremony__sprig'>
        <Sprig />
      </View>
      <View className='ceremony__title'>{occasion.title}</View>
      {occasion.lines.map((line) => (
        <View key={line} className='ceremony__line'>
          {line}
        </View>
      ))}
      <Button id='close-celebration' onTap={onClose}>
        真好
      </Button>
    </View>
  )
}
