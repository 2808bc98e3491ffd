import { View } from '@tarojs/components'
import { isUnderWay } from '@/lib/use-write'
import { Button } from '@/ui/button'
import { Notice } from '@/ui/notice'
import { Sheet } from '@/ui/sheet'
import { useJoin } from './use-leaderboard'

interface JoinSheetProps {
  open: boolean
  myName: string
  onClose: () => void
}

/** Says what others will see, before it is agreed to; both answers weigh the same. */
export function JoinSheet({ open, myName, onClose }: JoinSheetProps) {
  const { state, join } = useJoin()
  const waiting = isUnderWay(state)
  const isLost = state.phase === 'unknown' || state.phase === 'refused'
  return (
    <Sheet id='join-board' open={open} title='加入排行榜' onClose={onClose}>
      <View className='board__explain'>
        {`其他会员会看到你的昵称「${myName}」、名次和得分，看不到你的手机号和其他资料。`}
      </View>
      <View className='board__explain'>
        本周、本月已有的记录会一起计入。随时可以在「授权与隐私」里退出，退出后立刻从所有榜单消失。
      </View>
      <View>{isLost && <Notice tone='warn'>还没有加入成功，请再试一次。</Notice>}</View>
      <View className='board__choice'>
        <Button id='not-now' kind='secondary' disabled={waiting} onTap={onClose}>
          暂不加入
        </Button>
        <Button id='confirm-join' kind='secondary' waiting={waiting} onTap={join}>
          同意并加入
        </Button>
      </View>
    </Sheet>
  )
}
