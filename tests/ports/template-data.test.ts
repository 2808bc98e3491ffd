import { describe, expect, it } from 'vitest'
import { badField } from '../../bff/src/wechat/template-data.ts'

describe('a field of a subscribe message', () => {
  it.each([
    ['thing1', '连续签到第7天，明天见！'],
    ['thing1', '字'.repeat(20)],
    ['number2', '12.5'],
    ['character_string3', 'EG-2026/03#02'],
    ['time4', '15:01'],
    ['time4', '2019年10月1日 15:01'],
    ['date5', '2019-12-25 09:42'],
    ['date5', '2019年10月1日'],
    ['amount6', '¥29.90'],
    ['phone_number7', '+86-0766-66888866'],
    ['name8', '林小满'],
    ['phrase9', '已到账'],
    ['letter10', 'Evergreen'],
    ['car_number11', '粤A8Z888挂'],
  ])('%s may say %s', (field, text) => {
    expect(badField({ [field]: text })).toBeUndefined()
  })

  it.each([
    ['thing1', ''],
    ['thing1', '字'.repeat(21)],
    ['thing1', '两\n行'],
    ['number2', '十二'],
    ['character_string3', '编号7'],
    ['time4', '2019年10月1日'],
    ['date5', '明天'],
    ['amount6', '12345678901元'],
    ['name8', '一二三四五六七八九十一'],
    ['phrase9', '积分已经到账'],
    ['phrase9', 'OK'],
    ['letter10', 'A1'],
    ['nothing1', '没有这种字段'],
  ])('%s may not say %s', (field, text) => {
    expect(badField({ [field]: text })).toBe(field)
  })

  it('is found among others', () => {
    expect(badField({ thing1: '积分到期提醒', phrase2: '80分' })).toBe('phrase2')
  })
})
