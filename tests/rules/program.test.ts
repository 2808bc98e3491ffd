import { describe, expect, it } from 'vitest'
import { checkProgram } from '../../bff/src/program/check-program.ts'
import { defaultProgram } from '../../bff/src/program/default.ts'
import { benefitsOf, superDayOf, tierById } from '../../bff/src/program/program.ts'

describe('the default programme', () => {
  it('has nothing wrong with it', () => {
    expect(checkProgram(defaultProgram)).toEqual([])
  })

  it('says in every row which requirement it fulfils', () => {
    const { rules, multipliers, caps, benefits, coupons } = defaultProgram
    const rows = [...rules, ...multipliers, ...caps, ...benefits, ...coupons]
    const silent = rows.filter(
      ({ sources }) => sources.length === 0 || !sources.every((id) => /^[A-Z]+[0-9]+$/.test(id)),
    )
    expect(silent).toEqual([])
    expect(rows.length).toBeGreaterThan(60)
  })

  it('is data that survives being printed', () => {
    expect(JSON.parse(JSON.stringify(defaultProgram))).toEqual(defaultProgram)
  })

  it('gives every higher tier what the lower one has, and more (T8)', () => {
    const [sprout, branch, evergreen] = defaultProgram.tiers.map((tier) =>
      benefitsOf(defaultProgram, tier).map(({ name }) => name),
    )
    const first = ['会员价', '生日礼', '每月券包']
    const second = [...first, '优先服务', '新品先享', '免费升杯']
    expect([sprout, branch]).toEqual([first, second])
    expect(evergreen).toEqual([...second, '请友一杯', '专属顾问'])
  })

  it('has its super day on the 15th (C2)', () => {
    const superDay = { dayOfMonth: 15, name: '15日超级签到日', timesBp: 20_000 }
    expect(superDayOf(defaultProgram)).toEqual(superDay)
    expect(superDayOf({ ...defaultProgram, multipliers: [] })).toBeUndefined()
    const memberDay = defaultProgram.multipliers.filter(({ id }) => id === 'member-day')
    expect(superDayOf({ ...defaultProgram, multipliers: memberDay })).toBeUndefined()
  })

  it('takes a tier it does not have for a bug', () => {
    expect(tierById(defaultProgram, 'branch').name).toBe('青枝')
    expect(() => tierById(defaultProgram, 'gold')).toThrow('the programme has no tier gold')
  })
})
