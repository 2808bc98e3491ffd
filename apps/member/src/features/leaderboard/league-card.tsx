import { View } from '@tarojs/components'
import { Card } from '@/ui/card'
import { Tag } from '@/ui/tag'
import { BoardLine } from './board-line'
import type { League, Unit } from './use-leaderboard'
import { scoreText } from './words'

/** The members of similar activity that this one is drawn with for the week. */
export function LeagueCard({ league, unit }: { league: League; unit: Unit }) {
  const { division, number, up, down, lines } = league
  const rules = [
    ...(up > 0 ? [`${up === 1 ? '第1名' : `前${up}名`}下周晋级`] : []),
    ...(down > 0 ? [`${down === 1 ? '最后1名' : `后${down}名`}下周降级`] : []),
  ]
  return (
    <Card
      id='league'
      title={`${division} · 第${number}组`}
      aside={<Tag tone='growth'>{`${lines.length}人`}</Tag>}
    >
      <View className='board__note'>{['每周重新分组', ...rules].join('，')}。</View>
      {lines.map(({ id, place, name, score, zone, isMe }) => (
        <BoardLine
          key={id}
          place={place}
          name={name}
          score={scoreText(score, unit)}
          isMe={isMe}
          aside={zone === 'STAY' ? undefined : <Zone zone={zone} />}
        />
      ))}
    </Card>
  )
}

function Zone({ zone }: { zone: 'UP' | 'DOWN' }) {
  return <View className={`line__zone line__zone--${zone}`}>{zone === 'UP' ? '晋级' : '降级'}</View>
}
