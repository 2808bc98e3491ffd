import { never } from '@evergreen/shared/assert.ts'
import { answerLost, type Problem, wordsFor } from '@/lib/problem'

/** Why a look-up was not answered with a card, as the BFF names it. */
export type RefusalKind =
  | 'CodeExpired'
  | 'CodeUnknown'
  | 'CodeUsed'
  | 'KeyReused'
  | 'LookUpsUsedUp'
  | 'MemberUnknown'
  | 'PhoneNotValid'

export interface Words {
  readonly title: string
  /** What the member of staff does next, to be said to the customer or done at once. */
  readonly next: string
}

/** Each "no" of the counter with its next step. */
export function wordsForRefusal(kind: RefusalKind): Words {
  switch (kind) {
    case 'CodeExpired':
      return { title: '会员码已过期', next: '请顾客刷新会员码，再扫一次。' }
    case 'CodeUsed':
      return { title: '这个码已经用过', next: '每个码只能查一次。请顾客刷新会员码，再扫一次。' }
    case 'CodeUnknown':
      return { title: '没有找到这个码', next: '请核对8位数字，或请顾客刷新会员码后再试。' }
    case 'LookUpsUsedUp':
      return { title: '今天按手机号查询的次数已用完', next: '请顾客出示会员码。' }
    case 'MemberUnknown':
      return { title: '这个手机号还不是会员', next: '请核对号码，或请顾客出示会员码。' }
    case 'PhoneNotValid':
      return { title: '这不是手机号', next: '请核对11位号码。' }
    case 'KeyReused':
      return { title: '这次没有查询', next: '请再扫一次，或重新输入。' }
    default:
      return never(kind)
  }
}

/** What stands between the counter and the answer, and whether the look-up may have been made. */
export function wordsForLookUpProblem(problem: Problem): Words {
  if (problem.kind === 'rateLimited') {
    return { title: '试得太多了', next: '为保护会员，查询暂停了一会儿。请稍等再试。' }
  }
  const { cause } = wordsFor(problem)
  if (!answerLost(problem)) return { title: cause, next: '这次没有查询，请重新扫码或输入。' }
  return { title: cause, next: '还没有收到结果。再试一次是同一次查询，不会重复记录。' }
}

export type SignInRefusal = 'EXPIRED' | 'SERVICE_BUSY' | 'TOO_MANY_TRIES' | 'USED' | 'WRONG'

/** Why a one-time code was not taken, said under the field. */
export function wordsForCodeRefusal(reason: SignInRefusal): string {
  switch (reason) {
    case 'EXPIRED':
      return '验证码已过期，请重新获取'
    case 'SERVICE_BUSY':
      return '短信服务正忙，请稍后再试'
    case 'TOO_MANY_TRIES':
      return '试错太多次，请重新获取验证码'
    case 'USED':
      return '验证码已用过，请重新获取'
    case 'WRONG':
      return '验证码不对，请核对短信'
    default:
      return never(reason)
  }
}
