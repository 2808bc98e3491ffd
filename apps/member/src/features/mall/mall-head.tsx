import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { askToSignIn } from '@/lib/sign-in-door'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Sum } from '@/ui/sum'

const open = (url: string) => () => void Taro.navigateTo({ url })

/** What the member can spend, and the way to what they have already. */
export function MallHead({ points }: { points: number | undefined }) {
  if (points === undefined) {
    return (
      <Card tone='tint' className='mall-head'>
        <View className='mall-head__invite'>登录后按你的等级显示价格，并用积分兑换。</View>
        <Button id='join' kind='secondary' onTap={askToSignIn}>
          登录或加入
        </Button>
      </Card>
    )
  }
  return (
    <Card className='mall-head'>
      <View className='mall-head__points'>
        <View className='mall-head__label'>可用积分</View>
        <Sum id='mall-points' value={points} size='large' tone='points' />
      </View>
      <View className='mall-head__ways'>
        <Button id='to-redemptions' kind='quiet' onTap={open('/packages/mall/redemptions/index')}>
          我的兑换
        </Button>
        <Button id='to-coupons' kind='quiet' onTap={open('/packages/mall/coupons/index')}>
          优惠券
        </Button>
        <Button id='to-wishes' kind='quiet' onTap={open('/packages/mall/wish/index')}>
          心愿
        </Button>
      </View>
    </Card>
  )
}
