import { assert } from '@evergreen/shared/assert.ts'
import { GraphQLError } from 'graphql'
import { builder } from './builder.ts'

const whole = (name: string) => (value: unknown) => {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value
  throw new GraphQLError(`${name} is a whole number below 2^53`)
}

/** What we send is ours: anything else is a bug, not a client's mistake. */
const wholeOut = (name: string) => (value: unknown) => {
  assert(typeof value === 'number' && Number.isSafeInteger(value), `${name} is a whole number`)
  return value
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

builder.scalarType('Amount', {
  description: 'A whole number of points or growth, below 2^53.',
  serialize: wholeOut('Amount'),
  parseValue: whole('Amount'),
})

builder.scalarType('Fen', {
  description:
    'Money in fen, hundredths of a yuan. A number that is not whole is refused with the item it stands in, not with the request.',
  serialize: wholeOut('Fen'),
  parseValue: (value) => {
    if (typeof value === 'number') return value
    throw new GraphQLError('Fen is a number')
  },
})

builder.scalarType('Time', {
  description: 'An instant, in milliseconds since 1970-01-01T00:00:00Z.',
  serialize: wholeOut('Time'),
  parseValue: whole('Time'),
})

builder.scalarType('Day', {
  description: "A business day, YYYY-MM-DD, in the programme's zone (Asia/Shanghai).",
  serialize: (value) => {
    assert(DAY.test(value), 'a day is YYYY-MM-DD')
    return value
  },
  parseValue: (value) => {
    if (typeof value === 'string' && DAY.test(value)) return value
    throw new GraphQLError('Day is YYYY-MM-DD')
  },
})
