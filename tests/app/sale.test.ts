import { describe, expect, it } from 'vitest'
import { readSale } from '../../apps/member/src/features/sale/read-sale.ts'

const coffee = { receiptNo: 'R-1', total: '35', parts: {}, isSplit: false, giftCard: '' }
const line = (category: string, name: string, netFen: number) => ({
  ...{ category, name, netFen },
  quantity: 1,
})

describe('a purchase as it was typed', () => {
  it.each([
    [
      'is one line when nobody split it',
      coffee,
      { receiptNo: 'R-1', lines: [line('other', '消费', 3500)], notEarningFen: 0 },
    ],
    [
      'names what gift cards paid',
      { ...coffee, receiptNo: ' R-1 ', giftCard: '10.5' },
      { receiptNo: 'R-1', lines: [line('other', '消费', 3500)], notEarningFen: 1050 },
    ],
    [
      'has a line for each category that was filled in',
      { ...coffee, isSplit: true, parts: { drink: '20', new: '12.5', food: '' } },
      {
        receiptNo: 'R-1',
        lines: [line('drink', '饮品', 2000), line('new', '新品', 1250)],
        notEarningFen: 0,
      },
    ],
  ])('%s', (_what, typed, sale) => {
    expect(readSale(typed)).toEqual({ kind: 'Sale', sale })
  })

  it.each([
    ['no receipt', { ...coffee, receiptNo: ' ' }, ['receiptNo']],
    ['no amount', { ...coffee, total: '' }, ['total']],
    ['nothing paid', { ...coffee, total: '0' }, ['total']],
    ['half a fen', { ...coffee, total: '35.005' }, ['total']],
    ['no part filled in', { ...coffee, isSplit: true }, ['drink']],
    ['a part that is no amount', { ...coffee, isSplit: true, parts: { food: 'x' } }, ['food']],
    ['gift cards over the amount', { ...coffee, giftCard: '35.01' }, ['giftCard']],
    ['a gift card that is no amount', { ...coffee, giftCard: 'x' }, ['giftCard']],
    ['two things at once', { ...coffee, receiptNo: '', total: '' }, ['receiptNo', 'total']],
  ])('is not taken with %s', (_what, typed, fields) => {
    const read = readSale(typed)
    expect(read.kind === 'Wrong' && Object.keys(read.errors)).toEqual(fields)
  })
})
