import { Text, View } from '@tarojs/components'
import { useMemo } from 'react'
import { drawQr } from '@/lib/draw-qr'
import { platform } from '@/lib/platform'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { CodePaper } from '@/ui/code-paper'
import { Sum } from '@/ui/sum'
import { Tag, tierTone } from '@/ui/tag'
import { type HeldCode, halvesOf } from './code-clock'
import { CodeLeft } from './code-left'
import './code-card.scss'

interface CodeCardProps {
  code: HeldCode
  standing: { points: number; tier: { name: string; rank: number } }
  running: boolean
  last: boolean
  onRefresh: () => void
}

export function CodeCard({ code, standing, running, last, onRefresh }: CodeCardProps) {
  const picture = useMemo(() => drawQr(code.token), [code.token])
  const [first, second] = halvesOf(code.shortCode)
  return (
    <Card className='member-code'>
      <CodeLeft code={code} running={running} last={last} />
      <CodePaper id='member-qr' picture={picture} label={`会员码 ${first} ${second}`} />
      <View id='short-code' className='member-code__digits'>
        <Text>{first}</Text>
        <Text className='member-code__half'>{second}</Text>
      </View>
      <View className='member-code__standing'>
        <Tag id='code-tier' tone={tierTone(standing.tier.rank)}>
          {standing.tier.name}
        </Tag>
        <View className='member-code__points'>
          <Sum id='code-points' value={standing.points} size='small' tone='points' /> 积分
        </View>
      </View>
      {!platform.canBrighten && <View className='member-code__hint'>把屏幕调亮一些，扫码更快</View>}
      <Button id='refresh-code' kind='quiet' onTap={onRefresh}>
        换一个码
      </Button>
    </Card>
  )
}
