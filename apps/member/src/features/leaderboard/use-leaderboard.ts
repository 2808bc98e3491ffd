import { useState } from 'react'
import {
  JoinLeaderboardsDocument,
  type JoinLeaderboardsMutation,
  LeaderboardPageDocument,
  type LeaderboardPageQuery,
} from '@/generated/graphql'
import { platform } from '@/lib/platform'
import { useSignedIn } from '@/lib/session'
import { send } from '@/lib/transport'
import { askAllAgain, useAnswer } from '@/lib/use-answer'
import { useWrite } from '@/lib/use-write'
import { type Line, mergeLines } from './merge-lines'

export type Board = Extract<LeaderboardPageQuery['leaderboard'], { __typename: 'Leaderboard' }>
export type Unit = Board['info']['unit']
export type League = NonNullable<Board['league']>
export type LastSeason = NonNullable<Board['lastSeason']>

/** One board, by its id; without one the first. */
export function useLeaderboard(id: string | null) {
  const signedIn = useSignedIn('member')
  const asked = useAnswer(LeaderboardPageDocument, { id, after: null }, { enabled: signedIn })
  return { signedIn, ...asked }
}

interface More {
  of: Board
  lines: readonly Line[]
  endCursor: string | null
}

/** The lines of a board and those that were asked for after them; a new answer begins at the top. */
export function useLines(board: Board, refresh: () => void) {
  const [more, setMore] = useState<More>()
  const [state, setState] = useState<'ready' | 'loading' | 'failed'>('ready')
  const known = more?.of === board ? more : undefined
  const endCursor = known ? known.endCursor : board.lines.endCursor
  const lines = known?.lines ?? board.lines.lines
  const ask = async () => {
    setState('loading')
    try {
      const variables = { id: board.info.id, after: endCursor }
      const { leaderboard } = await send(LeaderboardPageDocument, variables, 'member')
      if (leaderboard.__typename !== 'Leaderboard' || leaderboard.lines.startAgain) return refresh()
      const { lines: next } = leaderboard
      setMore({ of: board, lines: mergeLines(lines, next), endCursor: next.endCursor })
      setState('ready')
    } catch {
      setState('failed')
    }
  }
  return { lines, state, more: endCursor === null ? undefined : () => void ask() }
}

/** Gives the consent to be shown; once for every tap that meant it. */
export function useJoin() {
  const { state, begin, startOver } = useWrite<JoinLeaderboardsMutation['setConsent']>({
    hat: 'member',
    name: 'join-leaderboards',
    send: async (key) => (await send(JoinLeaderboardsDocument, { key })).setConsent,
    decided: (answer) => {
      platform.vibrate(answer.__typename === 'ConsentSet' ? 'success' : 'failure')
      askAllAgain()
    },
  })
  return { state, join: () => begin('given'), startOver }
}
