import { useQuery } from '@tanstack/react-query'
import { useEffect, useReducer } from 'react'
import {
  MemberCodeScreenDocument,
  type MemberCodeScreenQuery,
  ShowMemberCodeDocument,
} from '@/generated/graphql'
import { now } from '@/lib/clock'
import { problemIn } from '@/lib/problem'
import { queryClient } from '@/lib/query-client'
import { useSignedIn } from '@/lib/session'
import { send } from '@/lib/transport'
import { usePageShown } from '@/lib/use-answer'
import { endsAt, type HeldCode, isAlive, refreshesAt } from './code-clock'

type Standing = NonNullable<MemberCodeScreenQuery['me']>

interface Shown {
  code: HeldCode
  /** What stands around the code; a code is worth showing without it. */
  standing: Standing | undefined
}

const KEY = ['member-code']
const ASK_AGAIN_MS = 5_000
const SOONEST_MS = 1_000

async function ask(): Promise<Shown> {
  const askedAt = now()
  const before = queryClient.getQueryData<Shown>(KEY)?.standing
  const [{ showMemberCode }, standing] = await Promise.all([
    send(ShowMemberCodeDocument, {}),
    send(MemberCodeScreenDocument, {}).then(
      ({ me }) => me ?? undefined,
      () => before,
    ),
  ])
  return { code: { ...showMemberCode, askedAt }, standing }
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
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: KEY,
    queryFn: ask,
    enabled: signedIn,
    subscribed: shown,
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
