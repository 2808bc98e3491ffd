import type { CodeRefusal } from '@/generated/graphql'

/** Why a code was not taken, and what to do next. */
export const refusalWords: Record<CodeRefusal, string> = {
  WRONG: '验证码不对，请检查后重新输入。',
  EXPIRED: '验证码已过期，请重新获取。',
  USED: '这个验证码已经用过，请重新获取。',
  TOO_MANY_TRIES: '尝试次数太多，请重新获取验证码。',
  SERVICE_BUSY: '服务有点忙，请稍后再试。',
}
