import Taro from '@tarojs/taro'
import { Empty } from '@/ui/empty'
import { Screen } from '@/ui/screen'

export default function MallPage() {
  return (
    <Screen title='积分商城'>
      <Empty
        id='mall-empty'
        title='商城正在准备'
        text='以后可以在这里用积分兑换好物、饮品和优惠券。积分照常累积，可以先看看有多少、何时到期。'
        action={{
          id: 'to-points',
          label: '查看我的积分',
          onTap: () => void Taro.navigateTo({ url: '/packages/growth/entries/index?unit=POINTS' }),
        }}
      />
    </Screen>
  )
}
