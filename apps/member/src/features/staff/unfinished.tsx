import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { keptIntent } from '@/lib/keys'
import { type StaffAct, staffActs } from '@/lib/staff-acts'
import { Notice } from '@/ui/notice'
import { openAct } from './open-act'

const lost = (): StaffAct[] =>
  Object.values(staffActs).filter(({ write }) => keptIntent('staff', write))

/** What was sent from here and not answered, also before the app was closed. */
export function Unfinished() {
  const [acts, setActs] = useState(lost)
  useDidShow(() => setActs(lost()))
  return (
    <View>
      {acts.map((act) => (
        <Notice
          key={act.write}
          tone='warn'
          action={{ id: `finish-${act.write}`, label: '去确认', onTap: openAct(act) }}
        >
          有一笔{act.title}还没有收到结果
        </Notice>
      ))}
    </View>
  )
}
