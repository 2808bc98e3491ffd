import { useCallback, useEffect, useRef } from 'react'
import { forgetKey } from './keys'
import { platform } from './platform'
import type { End } from './send-kept'
import type { Hat } from './session'
import { type Operation, send } from './transport'
import { useWrite, type WriteState } from './use-write'

/** A write of staff about what was seen and agreed to: one operation, and how its answer is read. */
export interface Act<Wish extends object, Result, Answer> {
  hat: Hat
  /** Its name among the kept keys. */
  write: string
  operation: Operation<Result, Wish & { key: string }>
  answerIn: (result: Result) => Answer
  /** True for the answer that says it was done. */
  isDone: (answer: Answer) => boolean
}

export type ActState<Wish, Answer> =
  | { phase: 'ready' }
  /** Once an answer was lost, the same is being sent again. */
  | { phase: 'submitting'; wish: Wish; wasLost: boolean }
  | (End<Answer> & { wish: Wish })

export interface Acting<Wish, Answer> {
  state: ActState<Wish, Answer>
  /** Does nothing while one is on its way. */
  submit: (wish: Wish) => void
  /** Forgets what became of it, so that another can begin. */
  clear: () => void
}

/**
 * One act from the “sure” to its answer. The whole wish is kept beside its key, so that what was
 * begun before the app was closed is finished by itself, as the very same. Done and not done are
 * felt apart in the hand.
 */
export function useAct<Wish extends object, Result, Answer>(
  act: Act<Wish, Result, Answer>,
): Acting<Wish, Answer> {
  const { hat, write, operation, answerIn, isDone } = act
  const { state, kept, begin, again, startOver } = useWrite<Answer>({
    hat,
    name: write,
    send: async (key, about) =>
      answerIn(await send(operation, { ...(JSON.parse(about) as Wish), key }, hat)),
    decided: (answer) => platform.vibrate(isDone(answer) ? 'success' : 'failure'),
  })
  const wished = useRef(kept())
  useEffect(again, [again])
  const { phase } = state
  useEffect(() => {
    if (phase === 'unknown' || phase === 'refused') platform.vibrate('failure')
  }, [phase])

  return {
    state: stateOf(state, wished.current),
    submit: useCallback(
      (wish: Wish) => {
        wished.current = JSON.stringify(wish)
        begin(wished.current)
      },
      [begin],
    ),
    clear: useCallback(() => {
      wished.current = undefined
      forgetKey(hat, write)
      startOver()
    }, [hat, write, startOver]),
  }
}

function stateOf<Wish, Answer>(
  state: WriteState<Answer>,
  about: string | undefined,
): ActState<Wish, Answer> {
  if (about === undefined) return { phase: 'ready' }
  const wish = JSON.parse(about) as Wish
  switch (state.phase) {
    // What was begun in another run of the app is taken up again as soon as this one has drawn.
    case 'ready':
    case 'confirming':
      return { phase: 'submitting', wish, wasLost: true }
    case 'sending':
      return { phase: 'submitting', wish, wasLost: false }
    default:
      return { ...state, wish }
  }
}
