import { formatTimes } from '@evergreen/shared/format.ts'
import { View } from '@tarojs/components'
import { Card } from '@/ui/card'
import type { HomeProgram } from './use-home'
import './ladder-preview.scss'

/** How a week of check-ins grows, drawn as seven leaves of rising height. */
export function LadderPreview({ program }: { program: HomeProgram }) {
  const { checkInLadder: ladder, superDay } = program
  const pointsMax = Math.max(...ladder.map(({ points }) => points))
  return (
    <Card title='签到会长大'>
      <View className='rise'>
        {ladder.map(({ step, points }) => (
          <View key={String(step)} className='rise__day'>
            <View className='rise__points'>{`+${points}`}</View>
            <View className='rise__leaf' style={{ height: `${(points / pointsMax) * 60}%` }} />
            <View className='rise__step'>{`第${step}天`}</View>
          </View>
        ))}
      </View>
      <View className='rise__text'>
        {`连续签到，积分一天比一天多，每天还有${ladder[0]?.growth ?? 0}成长值，7天一轮。`}
        {superDay &&
          `每月${superDay.dayOfMonth}日是超级签到日，积分${formatTimes(superDay.timesBp)}倍。`}
      </View>
    </Card>
  )
}
