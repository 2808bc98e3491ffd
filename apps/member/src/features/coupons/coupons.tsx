import { formatDay } from '@evergreen/shared/format.ts'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { wordsFor } from '@/lib/problem'
import { askToSignIn } from '@/lib/sign-in-door'
import { Card } from '@/ui/card'
import { Cell } from '@/ui/cell'
import { Empty } from '@/ui/empty'
import { Problem } from '@/ui/problem'
import { Skeleton } from '@/ui/skeleton'
import { Tag } from '@/ui/tag'
import { CouponSheet } from './coupon-sheet'
import { type Coupon, useCoupons } from './use-coupons'
import './coupons.scss'

const STATES: Record<Coupon['state'], string> = {
  ISSUED: '可用',
  RESERVED: '使用中',
  REDEEMED: '已使用',
  EXPIRED: '已过期',
  VOID: '已作废',
}

/** The member's coupons; one that can be used opens to its code. */
export function Coupons() {
  const { signedIn, coupons, isHere, problem, waiting, refresh } = useCoupons()
  const [shown, setShown] = useState<Coupon>()
  if (!signedIn) {
    return (
      <Empty
        title='登录后查看'
        text='你的每一张券都在这里。'
        action={{ id: 'join', label: '登录', onTap: askToSignIn }}
      />
    )
  }
  if (waiting) return <Skeleton shape='row' count={4} />
  if (problem && !isHere) return <Problem {...wordsFor(problem)} onRetry={refresh} />
  if (coupons.length === 0) {
    return (
      <Empty id='no-coupons' title='还没有券' text='每月1日自动到账，也可以在商城用积分兑换。' />
    )
  }
  return (
    <>
      <Card id='coupons'>
        {coupons.map((coupon) => (
          <Row key={coupon.code} coupon={coupon} onShow={() => setShown(coupon)} />
        ))}
      </Card>
      <View>{shown && <CouponSheet coupon={shown} onClose={() => setShown(undefined)} />}</View>
    </>
  )
}

function Row({ coupon, onShow }: { coupon: Coupon; onShow: () => void }) {
  const { code, state, definition, expiresOn } = coupon
  const canBeUsed = state === 'ISSUED'
  return (
    <Cell
      id={`coupon-${code}`}
      label={definition.name}
      detail={`${definition.worth} · 有效至${formatDay(expiresOn)}`}
      value={<Tag tone={canBeUsed ? 'points' : 'plain'}>{STATES[state]}</Tag>}
      {...(canBeUsed ? { onTap: onShow } : {})}
    />
  )
}
