import { describe, expect, it } from 'vitest'
import { lockInMs } from '../../apps/member/src/features/staff/idle-lock.ts'
import { readCode } from '../../apps/member/src/features/staff/read-code.ts'

const token = 'EG1.0b9c7c1e-4a8f-4e52-9d58-0a5f3c1d2e3f.sprout.mj3k2l1a.c2lnbmF0dXJl'

describe('what a counter was given', () => {
  it.each([
    ['eight digits', '12345678', { kind: 'Code', code: '12345678' }],
    ['digits as they are printed', '1234 5678', { kind: 'Code', code: '12345678' }],
    ['digits with a dash', '1234-5678', { kind: 'Code', code: '12345678' }],
    ['digits of a Chinese keyboard', '１２３４５６７８', { kind: 'Code', code: '12345678' }],
    ['a QR text', token, { kind: 'Code', code: token }],
    ['a QR text pasted with a line end', `${token}\n`, { kind: 'Code', code: token }],
    ['nothing', '', { kind: 'Incomplete', digitsMissing: 8 }],
    ['half of it', '1234', { kind: 'Incomplete', digitsMissing: 4 }],
    ['a whole phone number', '138 0000 0000', { kind: 'Code', code: '13800000000' }],
    ['a part of one', '1380000000', { kind: 'NotACode' }],
    ['a name', '林小姐', { kind: 'NotACode' }],
    ['a sentence', 'please look up the member in front of me', { kind: 'NotACode' }],
  ])('%s', (_what, text, read) => {
    expect(readCode(text)).toEqual(read)
  })
})

describe('a counter left alone', () => {
  it.each([
    ['just touched: a quarter of an hour left', 0, 900_000],
    ['one millisecond before the end', 899_999, 1],
    ['after a quarter of an hour it locks', 900_000, 0],
    ['after a night it locks', 36_000_000, 0],
    ['a clock set back by a second locks nobody out', -1_000, 900_000],
  ])('%s', (_when, idleMs, leftMs) => {
    expect(lockInMs(5_000_000, 5_000_000 + idleMs)).toBe(leftMs)
  })
})
