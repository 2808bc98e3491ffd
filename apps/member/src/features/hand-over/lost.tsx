import { View } from '@tarojs/components'
import { wordsFor } from '@/lib/problem'
import type { Acting } from '@/lib/use-act'
import { Problem } from '@/ui/problem'
import { Unanswered } from '@/ui/unanswered'

interface LostProps<Wish, Answer> {
  id: string
  title: string
  act: Acting<Wish, Answer>
}

/** What stands between an act and its answer. */
export function Lost<Wish, Answer>({ id, title, act }: LostProps<Wish, Answer>) {
  const { state, submit, clear } = act
  return (
    <View>
      {state.phase === 'refused' && <Problem {...wordsFor(state.problem)} />}
      {state.phase === 'unknown' && (
        <Unanswered
          id={id}
          title={`${title}没有收到结果`}
          next='可能已经办成。再试一次是同一次，不会重复办理。'
          giveUp='先不管'
          onAgain={() => submit(state.wish)}
          onGiveUp={clear}
        />
      )}
    </View>
  )
}
