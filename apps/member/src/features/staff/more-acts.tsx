import { staffActs } from '@/lib/staff-acts'
import { Card } from '@/ui/card'
import { Cell } from '@/ui/cell'
import { openAct } from './open-act'

/** What is done at the counter without looking a member up. */
export function MoreActs() {
  return (
    <Card>
      <Cell
        id='to-hand-over'
        label={staffActs.handOver.title}
        detail='顾客出示兑换码或券码'
        onTap={openAct(staffActs.handOver)}
      />
      <Cell
        id='to-refund'
        label={staffActs.refund.title}
        detail='按小票号，先看退款单'
        onTap={openAct(staffActs.refund)}
      />
    </Card>
  )
}
