import { useCallback, useEffect, useRef, useState } from 'react'
import { keptIntent } from './keys'
import { type End, sendKept } from './send-kept'
import type { Hat } from './session'

/**
 * `sending` is the first request; `confirming` means that an answer was lost and the same request
 * is being sent again.
 */
export type WriteState<Answer> =
  | { phase: 'ready' }
  | { phase: 'sending' }
  | { phase: 'confirming' }
  | End<Answer>

export interface Write<Answer> {
  hat: Hat
  /** Names the write among those of this hat: of each name one is under way at a time. */
  name: string
  /** Sends what is meant, whole in `about`, under the key that was kept for it. */
  send(key: string, about: string): Promise<Answer>
  /** Called when the server has decided, also when the page is gone. */
  decided?(answer: Answer): void
}

/** True while the server may be at work on it. */
export const isUnderWay = ({ phase }: WriteState<unknown>): boolean =>
  phase === 'sending' || phase === 'confirming'

/**
 * One write of a screen. Its key is in storage before anything is sent and stays the same until the
 * server has decided, so that one wish is carried out once however often it is sent.
 */
export function useWrite<Answer>(write: Write<Answer>) {
  const [state, setState] = useState<WriteState<Answer>>({ phase: 'ready' })
  const busy = useRef(false)
  const present = usePresent()
  const latest = useRef(write)
  latest.current = write
  const { hat, name } = write

  const run = useCallback(
    async (about: string, first: 'sending' | 'confirming') => {
      if (busy.current) return
      busy.current = true
      const show = (next: WriteState<Answer>) => present.current && setState(next)
      show({ phase: first })
      const end = await sendKept(
        { hat, name, about, send: (key) => latest.current.send(key, about) },
        () => show({ phase: 'confirming' }),
      )
      if (end.phase === 'decided') latest.current.decided?.(end.answer)
      busy.current = false
      show(end)
    },
    [hat, name, present],
  )

  /** What was begun and not answered, in this run of the app or before it was closed. */
  const kept = useCallback(() => keptIntent(hat, name)?.about, [hat, name])
  return {
    state,
    kept,
    begin: useCallback((about: string) => void run(about, 'sending'), [run]),
    /** Asks for the answer that never came, with the same key. */
    again: useCallback(() => {
      const about = kept()
      if (about !== undefined) void run(about, 'confirming')
    }, [kept, run]),
    /** Takes the last answer away, before another write is begun. */
    startOver: useCallback(() => setState({ phase: 'ready' }), []),
  }
}

/** False once the component is gone: nothing is drawn for an answer that comes later. */
function usePresent() {
  const present = useRef(true)
  useEffect(() => {
    present.current = true
    return () => {
      present.current = false
    }
  }, [])
  return present
}
