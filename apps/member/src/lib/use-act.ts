import { useCallback, useEffect, useRef, useState } from 'react'
import { forgetKey, keptIntent } from './keys'
import { type Act, type ActEnd, sendAct } from './send-act'

export type ActState<Wish, Answer> =
  | { phase: 'ready' }
  | { phase: 'submitting'; wish: Wish }
  | (ActEnd<Answer> & { wish: Wish })

export interface Acting<Wish, Answer> {
  state: ActState<Wish, Answer>
  /** Does nothing while one is on its way. */
  submit: (wish: Wish) => void
  /** Forgets what became of it, so that another can begin. */
  clear: () => void
}

/** What was begun before the app was closed, and whose answer nobody has seen. */
function begun<Wish>(hat: string, write: string): Wish | undefined {
  const kept = keptIntent(hat, write)
  return kept && (JSON.parse(kept.about) as Wish)
}

/**
 * One write of a person from their “sure” to its answer. What was begun before the app was closed
 * is finished by itself, under the key it was begun with.
 */
export function useAct<Wish extends object, Result, Answer>(
  act: Act<Wish, Result, Answer>,
): Acting<Wish, Answer> {
  const [state, setState] = useState<ActState<Wish, Answer>>(() => {
    const wish = begun<Wish>(act.hat, act.write)
    return wish ? { phase: 'submitting', wish } : { phase: 'ready' }
  })
  const busy = useRef(false)
  const present = useRef(true)

  const submit = useCallback(
    async (wish: Wish) => {
      if (busy.current) return
      busy.current = true
      setState({ phase: 'submitting', wish })
      const end = await sendAct(act, wish)
      busy.current = false
      if (present.current) setState({ ...end, wish })
    },
    [act],
  )
  useEffect(() => {
    present.current = true
    const wish = begun<Wish>(act.hat, act.write)
    if (wish) void submit(wish)
    return () => {
      present.current = false
    }
  }, [act, submit])

  return {
    state,
    submit: useCallback((wish: Wish) => void submit(wish), [submit]),
    clear: useCallback(() => {
      forgetKey(act.hat, act.write)
      setState({ phase: 'ready' })
    }, [act]),
  }
}
