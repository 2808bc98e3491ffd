import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { formatMoment } from '@/lib/moment'
import { wordsFor } from '@/lib/problem'
import { askToSignIn } from '@/lib/sign-in-door'
import { Card } from '@/ui/card'
import { Cell } from '@/ui/cell'
import { Empty } from '@/ui/empty'
import { Notice } from '@/ui/notice'
import { Problem } from '@/ui/problem'
import { Skeleton } from '@/ui/skeleton'
import { Leave } from './leave'
import { ProfileCard } from './profile-card'
import { useProfile } from './use-profile'

const open = (url: string) => () => void Taro.navigateTo({ url })

export function Profile() {
  const { answer, problem, waiting, refresh } = useProfile()
  if (waiting) return <Skeleton count={3} />
  if (problem && !answer)
    return (
      <>
        <Problem {...wordsFor(problem)} onRetry={refresh} />
        <StaffDoor />
      </>
    )
  const me = answer?.me
  return (
    <>
      <View>
        {me?.closure && (
          <Notice
            id='leaving'
            tone='warn'
            action={{
              id: 'to-stay',
              label: '我要留下',
              onTap: open('/packages/account/closure/index'),
            }}
          >
            {`账户会在${formatMoment(me.closure.closesAt)}以后注销。`}
          </Notice>
        )}
      </View>
      {me ? (
        <ProfileCard me={me} />
      ) : (
        <Empty
          title='还没有登录'
          text='登录后可以查看积分、成长值和权益。'
          action={{ id: 'join', label: '登录或加入', onTap: askToSignIn }}
        />
      )}
      {me && (
        <Card>
          <Cell
            id='to-tiers'
            label='等级与权益'
            detail='还差多少、怎样保级、有哪些权益'
            onTap={open('/packages/growth/tiers/index')}
          />
          <Cell
            id='to-points'
            label='我的积分'
            detail='哪天到期、哪些没有全给'
            onTap={open('/packages/growth/points/index')}
          />
          <Cell
            id='to-entries'
            label='积分与成长明细'
            onTap={open('/packages/growth/entries/index')}
          />
          <Cell
            id='to-redemptions'
            label='我的兑换'
            onTap={open('/packages/mall/redemptions/index')}
          />
          <Cell id='to-coupons' label='优惠券' onTap={open('/packages/mall/coupons/index')} />
          <Cell id='to-calendar' label='签到日历' onTap={open('/packages/growth/check-in/index')} />
          <Cell
            id='to-leaderboard'
            label='排行榜'
            detail='本周、本月谁更活跃，自愿加入'
            onTap={open('/packages/social/leaderboard/index')}
          />
          <Cell id='to-birthday' label='生日' onTap={open('/packages/account/birthday/index')} />
          <Cell
            id='to-look-ups'
            label='谁查过我'
            detail='店员每次查看你的会员卡，这里都有记录'
            onTap={open('/packages/account/look-ups/index')}
          />
          <Cell
            id='to-consents'
            label='授权与隐私'
            onTap={open('/packages/account/consents/index')}
          />
          <Cell id='to-closure' label='注销会员' onTap={open('/packages/account/closure/index')} />
        </Card>
      )}
      <StaffDoor />
      {me && <Leave />}
    </>
  )
}

/** Needs no answer: without a network the counter still reads the tier out of a member code. */
function StaffDoor() {
  return (
    <Card>
      <Cell
        id='to-staff'
        label='店员入口'
        detail='门店工作人员使用'
        onTap={open('/packages/staff/sign-in/index')}
      />
    </Card>
  )
}
