import type { Driver } from '../../bff/src/db/driver.ts'

/**
 * How a commit goes wrong. `crash`: the process is gone and nobody hears an answer. `lost`: the
 * connection is gone and the driver cannot tell. Each before anything was written, or after all was.
 */
export type Fault = 'crash-before' | 'crash-after' | 'lost-before' | 'lost-after'

/** A driver whose commits go wrong on demand. */
export function faultyDriver(driver: Driver) {
  const planned: (Fault | undefined)[] = []
  const faulty: Driver = {
    ...driver,
    async commit(writes) {
      const fault = planned.shift()
      if (!fault) return driver.commit(writes)
      if (fault.endsWith('after')) await driver.commit(writes)
      if (fault.startsWith('crash')) throw new Error('the process was killed')
      return 'unknown'
    },
  }
  return {
    driver: faulty,
    /** The commit that follows `skipped` others goes wrong. */
    breakNext(fault: Fault, skipped = 0): void {
      planned.push(...Array.from({ length: skipped }, () => undefined), fault)
    },
  }
}
