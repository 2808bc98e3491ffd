import { never } from '@evergreen/shared/assert.ts'
import { formatDay } from '@evergreen/shared/format.ts'
import { UseBenefitDocument, type UseBenefitMutation } from '@/generated/graphql'
import type { Act } from '@/lib/use-act'
import type { Words } from './words'

export type BenefitAnswer = UseBenefitMutation['useBenefit']

/** One benefit of the member who was looked up. */
export interface BenefitWish {
  lookUpId: string
  benefitId: string
}

export const benefitAct: Act<BenefitWish, UseBenefitMutation, BenefitAnswer> = {
  hat: 'staff',
  write: 'use-benefit',
  operation: UseBenefitDocument,
  answerIn: (result) => result.useBenefit,
  isDone: ({ __typename: kind }) => kind === 'BenefitUsed',
}

const again = (nextPeriod: string | null): string =>
  nextPeriod === null ? '以后不能再用' : `${formatDay(nextPeriod)}起可以再用`

/** What is left after a use. */
export function wordsForUsed({
  left,
  nextPeriod,
}: Extract<BenefitAnswer, { __typename: 'BenefitUsed' }>): string {
  if (left === null) return '已经记下。'
  return left > 0 ? `本期还可以用${left}次。` : `本期已用完，${again(nextPeriod)}。`
}

/** Each “no” to using a benefit, with what to tell the customer. */
export function wordsForBenefit(
  refused: Exclude<BenefitAnswer, { __typename: 'BenefitUsed' }>,
): Words {
  switch (refused.__typename) {
    case 'BenefitUsedUp':
      return { title: '这项权益本期已用完', next: `${again(refused.nextPeriod)}。` }
    case 'BenefitNotHeld':
      return { title: '这位会员没有这项权益', next: '等级可能刚刚变了，请重新查询会员。' }
    case 'LookUpTooOld':
    case 'LookUpUnknown':
      return { title: '查询已经过时', next: '请顾客再出示会员码，重新查询后使用。' }
    case 'KeyReused':
      return { title: '这次没有使用', next: '请再试一次。' }
    default:
      return never(refused)
  }
}
