import { describe, expect, it } from 'vitest'
import { notAtCounter } from '../../bff/src/look-up/at-counter.ts'
import type { AuditRecord } from '../../bff/src/model.ts'
import { noon } from './world.ts'

const at = noon('2026-03-10')
const record: AuditRecord = {
  id: 'look-1',
  at,
  actor: 'staff:zhao',
  action: 'looked-up-member',
  memberId: 'lin',
  detail: { shopId: 'yongkang' },
}
const zhao = { actor: 'staff:zhao', shopId: 'yongkang' }
const unknown = { kind: 'LookUpUnknown' }
const MINUTE_MS = 60_000

describe('a look-up names the member', () => {
  it.each<[string, AuditRecord | undefined, typeof zhao, number, object | undefined]>([
    ['at once', record, zhao, 0, undefined],
    ['for ten minutes', record, zhao, 10 * MINUTE_MS - 1, undefined],
    ['and no longer', record, zhao, 10 * MINUTE_MS, { kind: 'LookUpTooOld', lookedUpAt: at }],
    ['when there was one', undefined, zhao, 0, unknown],
    ['to nobody else', record, { ...zhao, actor: 'staff:sun' }, 0, unknown],
    ['not at the shop they moved to since', record, { ...zhao, shopId: 'anfu' }, 0, unknown],
    ['not as another record', { ...record, action: 'used-benefit' }, zhao, 0, unknown],
    ['not to others, however old it is', record, { ...zhao, shopId: 'anfu' }, 1e9, unknown],
  ])('%s', (_, found, staff, afterMs, refused) => {
    expect(notAtCounter(found, staff, at + afterMs)).toEqual(refused)
  })
})
