import { staffActs } from '@/lib/staff-acts'
import { Card } from '@/ui/card'
import { Cell } from '@/ui/cell'
import { openAct } from './open-act'

/** What is done at the counter without looking a member up. */
export function MoreActs({ isManager }: { isManager: boolean }) {
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
      <Cell
        id='to-shift'
        label='我的班次'
        detail='今天办过的每一件事'
        onTap={openAct({ page: '/packages/staff/shift/index' })}
      />
      {isManager && (
        <Cell
          id='to-approvals'
          label='待审批的调整'
          detail='同事提交、需要第二人同意的'
          onTap={openAct(staffActs.approve)}
        />
      )}
      {isManager && (
        <Cell
          id='to-colleagues'
          label='本店店员'
          detail='添加、发绑定码、停用'
          onTap={openAct({ page: '/packages/staff/colleagues/index' })}
        />
      )}
      {isManager && (
        <Cell
          id='to-objections'
          label='会员异议'
          detail='对某次查看有疑问的'
          onTap={openAct({ page: '/packages/staff/objections/index' })}
        />
      )}
    </Card>
  )
}
