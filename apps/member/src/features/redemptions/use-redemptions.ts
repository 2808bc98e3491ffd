import {
  RedemptionDocument,
  type RedemptionPageFragment,
  type RedemptionState,
  RedemptionsDocument,
  type RedemptionsQuery,
} from '@/generated/graphql'
import { useSignedIn } from '@/lib/session'
import { useAnswer } from '@/lib/use-answer'
import { usePages } from '@/lib/use-pages'

export type RedemptionRow = NonNullable<
  RedemptionsQuery['me']
>['redemptions']['edges'][number]['node']
export type Redemption = RedemptionPageFragment

/** What the member redeemed, the latest first; of one state, or all. */
export function useRedemptions(state: RedemptionState | undefined) {
  const signedIn = useSignedIn('member')
  const variables = { state: state ?? null }
  const pages = usePages(RedemptionsDocument, variables, ({ me }) => me?.redemptions, {
    enabled: signedIn,
  })
  return { signedIn, ...pages }
}

export function useRedemption(id: string) {
  const signedIn = useSignedIn('member')
  return { signedIn, ...useAnswer(RedemptionDocument, { id }, { enabled: signedIn }) }
}
