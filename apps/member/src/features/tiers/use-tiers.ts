import { TiersDocument, type TiersQuery } from '@/generated/graphql'
import { useAnswer } from '@/lib/use-answer'

export type TiersMember = NonNullable<TiersQuery['me']>
export type Tier = TiersQuery['program']['tiers'][number]

export const useTiers = () => useAnswer(TiersDocument, {})
