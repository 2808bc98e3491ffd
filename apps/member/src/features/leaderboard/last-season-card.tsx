import { View } from '@tarojs/components'
import { Card } from '@/ui/card'
import { Notice } from '@/ui/notice'
import type { LastSeason } from './use-leaderboard'
import { resultText, spanText } from './words'

/** What the season before came to; until it is settled, that it is being settled. */
export function LastSeasonCard({ season, isWeek }: { season: LastSeason; isWeek: boolean }) {
  return (
    <Card
      id='last-season'
      title={`${isWeek ? '上周' : '上月'}的结果`}
      aside={<View className='board__span'>{spanText(season)}</View>}
    >
      {season.state === 'FINAL' ? (
        <>
          <View id='last-result' className='board__next'>
            {resultText(season)}
          </View>
          <View>
            {season.firstNames.length > 0 && (
              <View className='board__note'>{`前三名：${season.firstNames.join('、')}`}</View>
            )}
          </View>
        </>
      ) : (
        <Notice id='settling'>正在结算，退款也会计入；结算后名次不再变化。</Notice>
      )}
    </Card>
  )
}
