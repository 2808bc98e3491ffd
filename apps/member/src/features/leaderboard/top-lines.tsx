import { formatAmount } from '@evergreen/shared/format.ts'
import { View } from '@tarojs/components'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Notice } from '@/ui/notice'
import { BoardLine } from './board-line'
import type { Board } from './use-leaderboard'
import { useLines } from './use-leaderboard'
import { scoreText } from './words'

/** A page of a mini-program holds so many lines without becoming slow. */
const LINES_MAX = 50

/** The board from its top, a page at a time. */
export function TopLines({ board, refresh }: { board: Board; refresh: () => void }) {
  const { lines, state, more } = useLines(board, refresh)
  const { unit } = board.info
  if (lines.length === 0) {
    return (
      <Card id='top' title='榜单'>
        <View className='board__next'>还没有人上榜，第一个位置等着你。</View>
      </Card>
    )
  }
  return (
    <Card id='top' title='榜单'>
      <View>
        {lines.slice(0, LINES_MAX).map(({ id, rank, name, score, isMe }) => (
          <BoardLine key={id} place={rank} name={name} score={scoreText(score, unit)} isMe={isMe} />
        ))}
      </View>
      <View>{state === 'failed' && <Notice tone='warn'>没有取到更多，请再试一次。</Notice>}</View>
      {more && lines.length < LINES_MAX && (
        <Button id='more-lines' kind='quiet' waiting={state === 'loading'} onTap={more}>
          看更多
        </Button>
      )}
      <View className='board__note'>
        {lines.length >= LINES_MAX ? `这里列出前${formatAmount(LINES_MAX)}名。` : ''}
      </View>
    </Card>
  )
}
