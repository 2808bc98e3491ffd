import { MallDocument } from '@/generated/graphql'
import { usePages } from '@/lib/use-pages'

export interface MallFilter {
  category: string | undefined
  /** Only what the member has the points for. */
  isAffordable: boolean
}

/** What is on offer, a page at a time, as it stands for whoever looks. */
export function useMall({ category, isAffordable }: MallFilter) {
  const variables = { category: category ?? null, isAffordable: isAffordable || null }
  return usePages(MallDocument, variables, ({ mallItems }) => mallItems)
}
