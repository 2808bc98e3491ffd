import { useEffect } from 'react'
import { platform } from '@/lib/platform'

/** Brightening and putting back take turns, or a quick hide and show would leave the screen bright. */
let turn: Promise<unknown> = Promise.resolve()

function inTurn<Answer>(step: () => Promise<Answer>): Promise<Answer> {
  const done = turn.then(step)
  turn = done.catch(() => undefined)
  return done
}

const nothing = () => undefined

/** A phone that does not let its screen be changed shows the code all the same. */
async function lightUp(): Promise<() => void> {
  const [sleepAgain, dimAgain] = await Promise.all([
    platform.keepAwake().catch(() => nothing),
    platform.brightenScreen().catch(() => nothing),
  ])
  return () => {
    sleepAgain()
    dimAgain()
  }
}

/** While `on`, the screen is bright and stays awake; afterwards it is as it was before. */
export function useLitScreen(on: boolean): void {
  useEffect(() => {
    if (!on) return
    const lit = inTurn(lightUp)
    return () => void inTurn(async () => (await lit)())
  }, [on])
}
