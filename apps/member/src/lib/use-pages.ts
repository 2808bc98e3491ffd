import { useInfiniteQuery } from '@tanstack/react-query'
import { type Problem, problemIn } from './problem'
import type { Hat } from './session'
import { type Operation, send } from './transport'
import { usePageShown, useWhenShown } from './use-shown-query'

interface Connection<Node> {
  edges: readonly { node: Node }[]
  pageInfo: { endCursor: string | null; hasNextPage: boolean }
}

/** A list of the server on its way to a screen, a page at a time. */
export interface Pages<Result, Node> {
  /** The newest answer to the operation, for what stands beside the list. */
  answer: Result | undefined
  rows: readonly Node[]
  problem: Problem | undefined
  waiting: boolean
  hasMore: boolean
  loadingMore: boolean
  /** Asks for the next page; does nothing when there is none or it is on its way. */
  more: () => void
  refresh: () => void
}

/** Asks a paged operation for a screen; `listIn` finds the connection in its answer. */
export function usePages<Result, Variables extends { after?: string | null }, Node>(
  operation: Operation<Result, Variables>,
  variables: Variables,
  listIn: (answer: Result) => Connection<Node> | null | undefined,
  { hat = 'member', enabled = true }: { hat?: Hat; enabled?: boolean } = {},
): Pages<Result, Node> {
  const shown = usePageShown()
  const asked = useInfiniteQuery({
    queryKey: [operation.__meta__?.hash, variables],
    queryFn: ({ pageParam }) => send(operation, { ...variables, after: pageParam }, hat),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => {
      const page = listIn(last)?.pageInfo
      return page?.hasNextPage ? page.endCursor : undefined
    },
    enabled,
    subscribed: shown,
  })
  const query = useWhenShown(asked, shown)
  const answers = query.data?.pages ?? []
  return {
    answer: answers[0],
    rows: answers.flatMap((answer) => listIn(answer)?.edges.map(({ node }) => node) ?? []),
    problem: query.error ? problemIn(query.error) : undefined,
    waiting: query.isPending && enabled,
    hasMore: query.hasNextPage,
    loadingMore: query.isFetchingNextPage,
    more: () => {
      if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage()
    },
    refresh: () => void query.refetch(),
  }
}
