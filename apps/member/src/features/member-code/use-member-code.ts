import { useEffect, useReducer } from 'react'
import { ShowMemberCodeDocument } from '@/generated/graphql'
import { now } from '@/lib/clock'
import { problemIn } from '@/lib/problem'
import { useSignedIn } from '@/lib/session'
import { send } from '@/lib/transport'
import { usePageShown, useShownQuery } from '@/lib/use-shown-query'
import { endsAt, type HeldCode, isAlive, refreshesAt } from './code-clock'

const KEY = ['member-code']
const ASK_AGAIN_MS = 5_000
const SOONEST_MS = 1_000

async function ask() {
  const askedAt = now()
  const { showMemberCode } = await send(ShowMemberCodeDocument, {})
  const { me, ...code } = showMemberCode
  return { code: { ...code, askedAt }, standing: me }
}

/** Draws once more when the code ends, so that a dead code does not stay on the screen. */
function useEndOf(code: HeldCode | undefined, shown: boolean): void {
  const [, drawAgain] = useReducer((drawn: number) => drawn + 1, 0)
  const end = code && endsAt(code)
  useEffect(() => {
    if (!shown || end === undefined) return
    const timer = setTimeout(drawAgain, Math.max(0, end - now()))
    return () => clearTimeout(timer)
  }, [shown, end])
}

/**
 * A code that is always fresh while the page is in front: asked for when the page is shown, again
 * when the BFF says so, and every few seconds while that fails. The last code stays until it ends.
 */
export function useMemberCode() {
  const signedIn = useSignedIn('member')
  const shown = usePageShown()
  const { data, error, isFetching, refetch } = useShownQuery({
    queryKey: KEY,
    queryFn: ask,
    enabled: signedIn,
    staleTime: 0,
    retry: false,
    refetchInterval: ({ state }) => {
      if (state.status === 'error' || !state.data) return ASK_AGAIN_MS
      return Math.max(SOONEST_MS, refreshesAt(state.data.code) - now())
    },
  })
  useEndOf(data?.code, shown)
  const code = data && isAlive(data.code, now()) ? data.code : undefined
  return {
    signedIn,
    shown,
    code,
    /** True when there was a code and its time is over. */
    ended: data !== undefined && code === undefined,
    standing: data?.standing,
    problem: error ? problemIn(error) : undefined,
    refreshing: isFetching,
    refresh: () => void refetch(),
  }
}
