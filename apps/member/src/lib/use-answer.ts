import type { QueryKey } from '@tanstack/react-query'
import { type Problem, problemIn } from './problem'
import { queryClient } from './query-client'
import type { Hat } from './session'
import { type Operation, send } from './transport'
import { useShownQuery } from './use-shown-query'

/** An answer of the server on its way to a screen: waiting, then a problem or the answer. */
export interface Answer<Result> {
  answer: Result | undefined
  /** Set also when an older answer is still there to be shown. */
  problem: Problem | undefined
  waiting: boolean
  /** True while it is asked for again. */
  refreshing: boolean
  refresh: () => void
}

export function answerKey<Result, Variables>(
  operation: Operation<Result, Variables>,
  variables: Variables,
): QueryKey {
  return [operation.__meta__?.hash, variables]
}

/** Asks one operation for a screen and keeps the answer fresh while the screen is in front. */
export function useAnswer<Result, Variables>(
  operation: Operation<Result, Variables>,
  variables: Variables,
  { hat = 'member', enabled = true }: { hat?: Hat; enabled?: boolean } = {},
): Answer<Result> {
  const { data, error, isPending, isFetching, refetch } = useShownQuery({
    queryKey: answerKey(operation, variables),
    queryFn: () => send(operation, variables, hat),
    enabled,
  })
  return {
    answer: data,
    problem: error ? problemIn(error) : undefined,
    waiting: isPending && enabled,
    refreshing: isFetching && !isPending,
    refresh: () => void refetch(),
  }
}

/** Puts what a write answered into a screen's answer, and lets all others be asked for again. */
export function keepAnswer<Result, Variables>(
  operation: Operation<Result, Variables>,
  variables: Variables,
  change: (answer: Result) => Result,
): void {
  const key = answerKey(operation, variables)
  queryClient.setQueryData<Result>(key, (answer) => answer && change(answer))
  const hash = key[0]
  void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== hash })
}

/** Lets every screen ask anew: a write has changed more than one of them. */
export function askAllAgain(): void {
  void queryClient.invalidateQueries()
}

/** As `askAllAgain`, for a write whose page goes away: each screen asks once it is in front. */
export function askAllWhenShown(): void {
  void queryClient.invalidateQueries({ refetchType: 'none' })
}
