import { useEffect, useState } from 'react'
import { now } from './clock'

const SECOND_MS = 1000

/** Whole seconds until an instant, rounded up; 0 when it has passed. */
const secondsUntil = (at: number): number => Math.max(0, Math.ceil((at - now()) / SECOND_MS))

/**
 * The whole seconds left until an instant (ms, phone's clock); 0 without one. Changes once a second
 * while `running` and not at all otherwise, so that a page behind another one draws nothing.
 */
export function useSecondsLeft(until: number | undefined, running = true): number {
  const [left, setLeft] = useState(() => (until === undefined ? 0 : secondsUntil(until)))
  useEffect(() => {
    if (!running) return
    if (until === undefined) {
      setLeft(0)
      return
    }
    let timer: ReturnType<typeof setTimeout> | undefined
    const tick = () => {
      const seconds = secondsUntil(until)
      setLeft(seconds)
      if (seconds > 0) timer = setTimeout(tick, SECOND_MS)
    }
    tick()
    return () => clearTimeout(timer)
  }, [until, running])
  return left
}
