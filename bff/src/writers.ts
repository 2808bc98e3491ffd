import type { Write } from './db/driver.ts'
import type { Change } from './model.ts'

/** How changes of these kinds become writes; each write must touch exactly one row. */
export type Writers<Kind extends Change['kind']> = {
  readonly [K in Kind]: (change: Extract<Change, { kind: K }>) => readonly Write[]
}
