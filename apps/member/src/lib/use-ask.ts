import { useMutation } from '@tanstack/react-query'
import { type Problem, problemIn } from './problem'
import type { Hat } from './session'
import { type Operation, send } from './transport'

/** A question that is put when somebody asks it, and whose answer is kept by nobody. */
export interface Ask<Result, Variables> {
  ask: (variables: Variables) => void
  /** What the answer or the problem belongs to. */
  asked: Variables | undefined
  answer: Result | undefined
  problem: Problem | undefined
  waiting: boolean
  clear: () => void
}

export function useAsk<Result, Variables>(
  operation: Operation<Result, Variables>,
  hat: Hat,
): Ask<Result, Variables> {
  const { mutate, reset, variables, data, error, isPending } = useMutation({
    mutationFn: (asked: Variables) => send(operation, asked, hat),
  })
  return {
    ask: mutate,
    asked: variables,
    answer: data,
    problem: error ? problemIn(error) : undefined,
    waiting: isPending,
    clear: reset,
  }
}
