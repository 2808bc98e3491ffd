import { never } from '@evergreen/shared/assert.ts'
import { formatAmount, formatSigned } from '@evergreen/shared/format.ts'
import { formatMoment } from '@/lib/moment'
import { unitNames } from '@/lib/units'
import type { AdjustAnswer, ApproveAnswer, RejectAnswer } from './acts'

export interface Words {
  readonly title: string
  readonly next: string
}

type Done = 'Adjusted' | 'AdjustmentRequested'
export type NotAdjusted = Exclude<AdjustAnswer, { __typename: Done }>

/** What is asked for, in short: 积分 +50. */
export const amountWords = ({ unit, amount }: { unit: 'POINTS' | 'GROWTH'; amount: number }) =>
  `${unitNames[unit]} ${formatSigned(amount)}`

/** Each “no” to an adjustment with its next step. */
export function wordsForRefusal(refused: NotAdjusted): Words {
  switch (refused.__typename) {
    case 'TooFewPoints':
      return { title: '会员没有这么多积分', next: `还差${formatAmount(refused.missing)}积分。` }
    case 'NotEnoughGrowth':
      return { title: '会员没有这么多成长值', next: `还差${formatAmount(refused.missing)}成长值。` }
    case 'AdjustingNotAllowed':
      return { title: '你的角色不能做调整', next: '请店长或运营处理。' }
    case 'OwnAccount':
      return { title: '不能调整自己的会员账户', next: '请另一位同事处理。' }
    case 'LookUpTooOld':
      return { title: '扫码已超过10分钟', next: '没有调整。请顾客再出示一次会员码。' }
    case 'LookUpUnknown':
    case 'MemberUnknown':
      return { title: '还不知道是哪位会员', next: '没有调整。请先扫顾客的会员码。' }
    case 'KeyReused':
      return { title: '这次没有调整', next: '请返回后重新填写。' }
    default:
      return never(refused)
  }
}

type Decision = ApproveAnswer | RejectAnswer

/** What became of a request that was decided, or why it was not. */
export function wordsForDecision(answer: Decision): Words & { isDone: boolean } {
  const refused = (title: string, next: string) => ({ title, next, isDone: false })
  switch (answer.__typename) {
    case 'Adjusted':
      return { title: '已同意', next: '调整已经生效，会员可以看到。', isDone: true }
    case 'AdjustmentRejected':
      return { title: '已驳回', next: '什么也没有改变。', isDone: true }
    case 'AdjustmentDecided': {
      const what = answer.state === 'APPROVED' ? '同意' : '驳回'
      return refused('已经有人处理过', `${formatMoment(answer.decidedAt)}${what}。`)
    }
    case 'AdjustmentLapsed':
      return refused('审批时限已过', '请同事重新提交。')
    case 'AdjustmentUnknown':
      return refused('没有这条待审批的调整', '列表已经更新。')
    case 'SamePerson':
      return refused('不能审批自己提交的', '需要另一位同事。')
    case 'PayloadDiffers':
      return refused('内容有变化', '请重新查看后再决定。')
    case 'AdjustingNotAllowed':
      return refused('你的角色不能批准这么多', '请运营处理。')
    case 'OwnAccount':
      return refused('这是你自己的会员账户', '请另一位同事处理。')
    case 'TooFewPoints':
    case 'NotEnoughGrowth':
      return refused('会员没有这么多了', `还差${formatAmount(answer.missing)}，请驳回或稍后再试。`)
    case 'MemberUnknown':
      return refused('会员已不在', '请驳回这条调整。')
    case 'KeyReused':
      return refused('这次没有处理', '请重新查看后再决定。')
    default:
      return never(answer)
  }
}
