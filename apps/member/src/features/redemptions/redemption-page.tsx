import { formatAmount, formatYuan } from '@evergreen/shared/format.ts'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { formatMoment } from '@/lib/moment'
import { wordsFor } from '@/lib/problem'
import { askToSignIn } from '@/lib/sign-in-door'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Cell } from '@/ui/cell'
import { Empty } from '@/ui/empty'
import { Notice } from '@/ui/notice'
import { Problem } from '@/ui/problem'
import { Skeleton } from '@/ui/skeleton'
import { Timeline } from '@/ui/timeline'
import { GiveBack } from './give-back'
import { type Redemption, useRedemption } from './use-redemptions'
import { Voucher } from './voucher'
import { stateWords } from './words'
import './redemption.scss'

interface RedemptionPageProps {
  id: string
  /** True right after it was redeemed. */
  isNew: boolean
}

/** One redemption, from the tap to the hand. */
export function RedemptionPage({ id, isNew }: RedemptionPageProps) {
  const { signedIn, answer, problem, waiting, refresh } = useRedemption(id)
  if (!signedIn)
    return <Empty title='登录后查看' action={{ id: 'join', label: '登录', onTap: askToSignIn }} />
  if (waiting) return <Skeleton shape='ring' />
  if (problem && !answer) return <Problem {...wordsFor(problem)} onRetry={refresh} />
  const redemption = answer?.redemption
  if (!redemption) return <Empty title='没有这笔兑换' text='它可能不属于这个会员。' />
  return (
    <>
      <View>
        {isNew && redemption.state !== 'CANCELLED' && (
          <Notice
            id='redeemed'
            tone='good'
          >{`兑换成功，用了${formatAmount(redemption.points)}积分。`}</Notice>
        )}
      </View>
      {redemption.voucher !== null && <Voucher redemption={redemption} code={redemption.voucher} />}
      <Codes redemption={redemption} />
      <Facts redemption={redemption} />
      <Card title='经过'>
        <Timeline
          steps={[...redemption.steps].reverse().map(({ at, state, text }, place) => ({
            id: `${place}-${state}`,
            title: text,
            detail: formatMoment(at),
          }))}
        />
      </Card>
      <View>{redemption.canCancel && <GiveBack redemption={redemption} />}</View>
    </>
  )
}

/** What was given at once: codes of a partner, or coupons. */
function Codes({ redemption: { kind, codes } }: { redemption: Redemption }) {
  if (codes.length === 0) return null
  if (kind === 'COUPON') {
    return (
      <Button
        id='to-coupons'
        onTap={() => void Taro.navigateTo({ url: '/packages/mall/coupons/index' })}
      >
        去看优惠券
      </Button>
    )
  }
  return (
    <Card title='兑换码'>
      {codes.map((code) => (
        <Text key={code} id='partner-code' className='voucher__code' userSelect>
          {code}
        </Text>
      ))}
    </Card>
  )
}

function Facts({ redemption }: { redemption: Redemption }) {
  const { itemName, quantity, points, cashFen, state, parcel, cancelledWhy } = redemption
  return (
    <Card>
      <Cell id='redemption-item' label={itemName} value={`× ${quantity}`} />
      <Cell label='状态' value={stateWords[state]} detail={cancelledWhy ?? undefined} />
      <Cell
        label='使用'
        value={`${formatAmount(points)}积分${cashFen > 0 ? ` + ${formatYuan(cashFen)}` : ''}`}
      />
      {parcel && <Cell id='parcel' label={parcel.carrier} value={parcel.number} />}
    </Card>
  )
}
