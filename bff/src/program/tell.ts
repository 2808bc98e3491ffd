import { formatAmount, formatTimes, formatYuan } from '@evergreen/shared/format.ts'
import type { Form, GroupForm, ListForm, WholeForm } from './form.ts'
import { groupFor, isRecord } from './form.ts'

type Fields = Readonly<Record<string, unknown>>

/** A value in the operator's words; `beside` are the fields it stands among. */
export type Tell = (form: Form | undefined, value: unknown, beside?: unknown) => string

/** What stands for a value that is not there. */
const NOTHING = '无'
/** Durations (ms) are told in the largest of these that leaves no rest. */
const DURATIONS = [
  [86_400_000, '天'],
  [3_600_000, '小时'],
  [60_000, '分钟'],
  [1_000, '秒'],
  [1, '毫秒'],
] as const

/** Tells the values of one programme: an id is told by the name its row has there. */
export function tellerOf(program: unknown): Tell {
  const tell: Tell = (form, value, beside) => {
    if (value === undefined || value === null) return NOTHING
    switch (form?.kind) {
      case 'text':
        return form.of === undefined ? String(value) : nameOf(program, form.of, String(value))
      case 'whole':
        return typeof value === 'number' ? tellWhole(measureOf(form, beside), value) : raw(value)
      case 'flag':
        return value === true ? '是' : '否'
      case 'choice':
        return form.of[String(value)] ?? raw(value)
      case 'list':
        return Array.isArray(value) ? tellList(form, value, tell) : raw(value)
      case 'either': {
        const group = groupFor(form, value)
        if (!group || !isRecord(value)) return raw(value)
        const [field, ...more] = Object.entries(group.fields)
        const told = field && !more.length ? tell(field[1], value[field[0]]) : tell(group, value)
        return group.label === '' ? told : `${group.label} ${told}`
      }
      case 'group':
        return isRecord(value) ? tellGroup(form, value, tell) : raw(value)
      case undefined:
        return raw(value)
    }
  }
  return tell
}

/** As it is stored; text without its quotation marks. */
export const raw = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? NOTHING)

const measureOf = ({ as, unlike }: WholeForm, beside: unknown): WholeForm['as'] =>
  unlike && isRecord(beside) && beside[unlike.beside] === unlike.is ? unlike.as : as

function tellWhole(as: WholeForm['as'], value: number): string {
  switch (as) {
    case 'factor':
      return `×${formatTimes(value)}`
    case 'percent':
      return `${value / 100}%`
    case 'yuan':
      return formatYuan(value)
    case 'duration': {
      const [unitMs, unit] = DURATIONS.find(([ms]) => value % ms === 0) ?? DURATIONS[4]
      return value === 0 ? '0 秒' : `${formatAmount(value / unitMs)} ${unit}`
    }
    default:
      return `${formatAmount(value)}${as.unit}`
  }
}

function tellList({ row, key }: ListForm, rows: readonly unknown[], tell: Tell): string {
  if (rows.length === 0) return NOTHING
  if (key) return rows.map((value) => tellRow(row, key.name, value, tell)).join('、')
  const isPlain = row.kind === 'whole' && typeof row.as === 'object' && row.as.unit === ''
  return rows.map((value) => tell(row, value)).join(isPlain ? ',' : '、')
}

/** A whole row by its name, with all that it says. */
export function tellRow(row: Form, name: string, value: unknown, tell: Tell): string {
  if (!isRecord(value)) return raw(value)
  const { [name]: called, ...rest } = value
  return `${raw(called)}（${tell(row, rest)}）`
}

function tellGroup(form: GroupForm, value: Fields, tell: Tell): string {
  const names = new Set([...Object.keys(form.fields), ...Object.keys(value)])
  return [...names]
    .filter((name) => Object.hasOwn(value, name))
    .map((name) => {
      const field = form.fields[name]
      const told = tell(field, value[name], value)
      if (field?.label === '') return told
      if (form.phrase) return `${field?.label ?? name} ${told}`
      return field?.kind === 'group' && !field.phrase
        ? `${field.label}（${told}）`
        : `${field?.label ?? name}：${told}`
    })
    .join(form.phrase ? ' ' : '；')
}

function nameOf(program: unknown, list: string, id: string): string {
  const rows = isRecord(program) ? program[list] : undefined
  const row = Array.isArray(rows)
    ? rows.find((each) => isRecord(each) && each.id === id)
    : undefined
  return isRecord(row) ? raw(row.name) : id
}
