import { formatAmount, formatDay } from '@evergreen/shared/format.ts'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { BoardLine } from './board-line'
import type { Board } from './use-leaderboard'
import { scoreText, spanText, toNextText } from './words'

const toConsents = () => void Taro.navigateTo({ url: '/packages/account/consents/index' })

/** Where the member stands and who is around them, or what to do for a place. */
export function MyPlace({ board, onJoin }: { board: Board; onJoin: () => void }) {
  const { info, mine, around, lastDay } = board
  return (
    <Card
      id='my-place'
      title={info.name}
      aside={<View className='board__span'>{spanText(board)}</View>}
    >
      <View className='board__note'>{info.summary}</View>
      {mine.__typename === 'Placed' ? (
        <>
          <View id='my-rank' className='board__rank'>{`第${formatAmount(mine.rank)}名`}</View>
          <View className='board__next'>{toNextText(mine.toNext, info.unit)}</View>
          <View id='around'>
            {around.map(({ id, rank, name, score, isMe }) => (
              <BoardLine
                key={id}
                place={rank}
                name={name}
                score={scoreText(score, info.unit)}
                isMe={isMe}
              />
            ))}
          </View>
          <View className='board__note board__note--below'>
            {`${formatDay(lastDay)}结束。同分同名次，先到的排在前面。`}
          </View>
          <Button id='to-leave-boards' kind='quiet' onTap={toConsents}>
            管理排行榜展示
          </Button>
        </>
      ) : (
        <>
          <View id='not-placed' className='board__next'>
            {mine.message}
          </View>
          {mine.reason === 'CONSENT_NEEDED' && (
            <Button id='join-boards' onTap={onJoin}>
              加入排行榜
            </Button>
          )}
        </>
      )}
    </Card>
  )
}
