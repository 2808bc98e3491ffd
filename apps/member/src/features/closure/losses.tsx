import { formatAmount } from '@evergreen/shared/format.ts'
import { Card } from '@/ui/card'
import { Cell } from '@/ui/cell'
import type { LeavingMember } from './use-closure'

/** What goes with the account, in the member's own numbers. */
export function Losses({ me: { points, growth, tier, coupons } }: { me: LeavingMember }) {
  return (
    <Card title='注销后会失去'>
      <Cell label='积分' value={formatAmount(points)} />
      <Cell label='成长值' value={formatAmount(growth)} />
      <Cell label='等级与权益' value={tier.name} />
      <Cell label='可用的优惠券' value={`${coupons.length}张`} />
    </Card>
  )
}
