import { terms } from '@evergreen/shared/terms.ts'
import type { Form, Measure, TextForm } from './form.ts'
import type { Program } from './program.ts'

/** What the forms of the programme are put together from. */

export const text = (label: string): TextForm => ({ kind: 'text', label })
/** The id of a row of one of the programme's lists. */
export const idOf = (of: keyof Program, label: string): TextForm => ({ kind: 'text', label, of })
const number = (label: string, as: Measure) => ({ kind: 'whole', label, as }) as const
export const whole = (label: string, unit = '') => number(label, { unit })
/** Basis points: 12000 is ×1.2. */
export const factor = (label: string) => number(label, 'factor')
/** Basis points: 1200 is 12%. */
export const percent = (label: string) => number(label, 'percent')
/** Fen. */
export const yuan = (label: string) => number(label, 'yuan')
/** Milliseconds. */
export const duration = (label: string) => number(label, 'duration')
export const flag = (label: string) => ({ kind: 'flag', label }) as const
/** Stands there as `true`, or not at all. */
export const mark = (label: string) => ({ kind: 'flag', label, onlyTrue: true }) as const
export const choice = <const T extends string>(label: string, of: Readonly<Record<T, string>>) =>
  ({ kind: 'choice', label, of }) as const
export const optional = <F>(form: F): F & { optional: true } => ({ ...form, optional: true })

export const group = <const F extends Readonly<Record<string, Form & { optional?: true }>>>(
  label: string,
  fields: F,
) => ({ kind: 'group', label, fields }) as const
/** A group that reads as one phrase, such as 每月 1,000 积分. */
export const phrase = <const F extends Readonly<Record<string, Form & { optional?: true }>>>(
  label: string,
  fields: F,
) => ({ kind: 'group', label, fields, phrase: true }) as const

/** Values in an order; rows that nobody names. */
export const list = <const F extends Form>(label: string, row: F) =>
  ({ kind: 'list', label, row }) as const
/** Rows of the programme, each with an id and a name. */
export const rows = <const F extends Readonly<Record<string, Form & { optional?: true }>>>(
  label: string,
  fields: F,
) => ({ kind: 'list', label, key: { id: 'id', name: 'name' }, row: group(label, fields) }) as const

export const id = text('编号')
export const name = text('名称')
export const summary = text('说明')
export const sources = list('依据', text('依据'))
export const benefitIds = list(terms.benefit.zh, idOf('benefits', terms.benefit.zh))

/** Which of the two a row is about. */
export const unit = (label: string) =>
  choice(label, { points: terms.points.zh, growth: terms.growth.zh })
/** How long a limit counts before it begins anew. */
export const span = (label: string) =>
  choice(label, {
    day: '每天',
    week: '每周',
    month: '每月',
    season: '每季',
    year: '每年',
    ever: '累计',
  })
export const noticeDays = (label: string) => list(label, whole(label, ' 天前'))
