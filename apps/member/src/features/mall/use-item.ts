import { MallItemDocument, type MallItemPageFragment } from '@/generated/graphql'
import { useAnswer } from '@/lib/use-answer'

export type Item = MallItemPageFragment

export const useItem = (id: string) => useAnswer(MallItemDocument, { id })
