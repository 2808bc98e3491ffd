import { focusManager, onlineManager, QueryClient } from '@tanstack/react-query'
import { type Problem, problemIn } from './problem'
import { onSession } from './session'
import { watchNetwork } from './watch-network'

const FRESH_MS = 30_000
const RETRIES_MAX = 1

/** Asking again helps against a slow network or a fault, not against a refusal. */
function mayHelp(problem: Problem): boolean {
  return problem.kind === 'timeout' || problem.kind === 'server'
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: FRESH_MS,
      retry: (failed, error) => failed < RETRIES_MAX && mayHelp(problemIn(error)),
      // A phone that says it is offline is asked all the same: the reader sees the problem at once.
      networkMode: 'always',
      // Which that mode would switch off.
      refetchOnReconnect: true,
    },
    mutations: { retry: false, networkMode: 'always' },
  },
})

/** Called once, when the app starts: answers are asked for again when the network comes back. */
export function watchPhone(): void {
  onlineManager.setEventListener(watchNetwork)
  // What one person was shown is never shown to the next. The screens redraw first, so that only
  // what still stands is asked for again.
  onSession(() => void setTimeout(() => void queryClient.resetQueries(), 0))
}

/** Called when the app comes to the front or leaves it. */
export function appShown(shown: boolean): void {
  focusManager.setFocused(shown)
}
