import { useEffect } from 'react'
import { now } from '@/lib/clock'
import { lockInMs } from './idle-lock'
import { lastAct } from './last-act'

/**
 * Calls `lock` when the counter has not been touched for too long. A phone in a pocket runs no
 * timers, so it is asked again whenever the page is shown.
 */
export function useIdleLock(watching: boolean, lock: () => void): void {
  useEffect(() => {
    if (!watching) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const check = () => {
      const waitMs = lockInMs(lastAct(), now())
      if (waitMs === 0) lock()
      else timer = setTimeout(check, waitMs)
    }
    check()
    return () => clearTimeout(timer)
  }, [watching, lock])
}
