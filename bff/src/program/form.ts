/**
 * How a piece of data is written down: what may stand there, what it is called (zh-CN), and how a
 * value is told. A form of a type covers all of it: a field that is missing here does not compile.
 */
export type Form =
  | TextForm
  | WholeForm
  | FlagForm
  | ChoiceForm<string>
  | GroupForm
  | ListForm
  | EitherForm

interface Called {
  /** Empty where the parts speak for themselves. */
  label: string
}
export interface TextForm extends Called {
  kind: 'text'
  /** The list of the programme whose rows this id names: told by their names. */
  of?: string
}
export interface WholeForm extends Called {
  kind: 'whole'
  as: Measure
  /** Told in another measure when the field beside it says so. */
  unlike?: { beside: string; is: string; as: Measure }
}
/** Numbers with a unit after them; basis points as ×1.2 or as 12%; fen as ¥; milliseconds. */
export type Measure = { unit: string } | 'factor' | 'percent' | 'yuan' | 'duration'
export interface FlagForm extends Called {
  kind: 'flag'
  /** It stands there or it does not: false is no value. */
  onlyTrue?: true
}
/** One of a closed list, with the label of each. */
export interface ChoiceForm<T extends string> extends Called {
  kind: 'choice'
  of: Readonly<Record<T, string>>
}
export interface GroupForm extends Called {
  kind: 'group'
  /** Told in this order. */
  fields: Readonly<Record<string, Form & { optional?: true }>>
  /** Its fields make one phrase: it is told and compared as a whole. */
  phrase?: true
}
/** Rows that are known by one of their fields, or values in an order. */
export interface ListForm extends Called {
  kind: 'list'
  row: Form
  /** The field that tells rows apart, and the one they are called by; without it, the list is one value. */
  key?: { id: string; name: string }
}
/** Exactly one of these groups, told apart by a choice, or else by a field no other one has. */
export interface EitherForm extends Called {
  kind: 'either'
  groups: readonly GroupForm[]
}

type GroupOf<T> = Omit<GroupForm, 'fields'> & { fields: { [K in keyof T]-?: FieldOf<T, K> } }
type FieldOf<T, K extends keyof T> =
  Record<never, never> extends Pick<T, K>
    ? FormOf<NonNullable<T[K]>> & { optional: true }
    : FormOf<T[K]> & { optional?: never }
type Key<Row> = { id: keyof Row & string; name: keyof Row & string }
type KeyOf<Row> = Row extends { id: string }
  ? { key: Key<Row> }
  : Row extends object
    ? { key?: Key<Row> }
    : { key?: never }
type EachGroup<T> = T extends unknown ? GroupOf<T> : never
type IsUnion<T, U = T> = T extends unknown ? ([U] extends [T] ? false : true) : never

/** The form that describes this type completely. */
export type FormOf<T> = [T] extends [boolean]
  ? [T] extends [true]
    ? FlagForm & { onlyTrue: true }
    : FlagForm
  : [T] extends [number]
    ? WholeForm
    : [T] extends [string]
      ? string extends T
        ? TextForm
        : ChoiceForm<T>
      : [T] extends [readonly (infer Row)[]]
        ? Omit<ListForm, 'row' | 'key'> & { row: FormOf<Row> } & KeyOf<Row>
        : true extends IsUnion<T>
          ? Omit<EitherForm, 'groups'> & { groups: readonly EachGroup<T>[] }
          : GroupOf<T>

/** A value that is an object and no list. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The one group that a value is meant to be; undefined when that cannot be told. */
export function groupFor({ groups }: EitherForm, value: unknown): GroupForm | undefined {
  if (!isRecord(value)) return undefined
  const choicesOf = ({ fields }: GroupForm) =>
    Object.entries(fields).filter(([, field]) => field.kind === 'choice' && !field.optional)
  const isChosen = ([name, field]: [string, Form]) =>
    field.kind === 'choice' && Object.hasOwn(field.of, String(value[name]))
  return (
    groups.find((group) => choicesOf(group).length > 0 && choicesOf(group).every(isChosen)) ??
    groups.find(
      (group) =>
        choicesOf(group).length === 0 &&
        Object.entries(group.fields).every(
          ([name, { optional }]) => optional || Object.hasOwn(value, name),
        ),
    )
  )
}

/**
 * Where data does not have the form, as `rules[3].where.dayOfMonth: must be a whole number`; empty
 * when it has. Fields the form does not know are refused: a misspelt condition would always hold.
 */
export function checkForm(form: Form, value: unknown, at = ''): string[] {
  const must = (what: string) => [`${at || 'the programme'}: must be ${what}`]
  switch (form.kind) {
    case 'text':
      return typeof value === 'string' ? [] : must('text')
    case 'whole':
      return Number.isSafeInteger(value) ? [] : must('a whole number')
    case 'flag':
      if (form.onlyTrue) return value === true ? [] : must('true, or left out')
      return typeof value === 'boolean' ? [] : must('true or false')
    case 'choice':
      return typeof value === 'string' && Object.hasOwn(form.of, value)
        ? []
        : must(`one of ${Object.keys(form.of).join(', ')}`)
    case 'list':
      return Array.isArray(value)
        ? value.flatMap((row, i) => checkForm(form.row, row, `${at}[${i}]`))
        : must('a list')
    case 'either': {
      const group = groupFor(form, value)
      if (group) return checkForm(group, value, at)
      return must(form.groups.map(shapeOf).join(' or '))
    }
    case 'group':
      return isRecord(value) ? checkFields(form, value, at) : must('an object')
  }
}

/** A group by its fields, as `{ fixed }` or `{ kind: end-of-month, months }`. */
function shapeOf({ fields }: GroupForm): string {
  const names = Object.entries(fields).map(([name, field]) =>
    field.kind === 'choice' ? `${name}: ${Object.keys(field.of).join('|')}` : name,
  )
  return `{ ${names.join(', ')} }`
}

function checkFields(form: GroupForm, value: Readonly<Record<string, unknown>>, at: string) {
  const place = (name: string) => (at === '' ? name : `${at}.${name}`)
  const unknown = Object.keys(value).filter((name) => !Object.hasOwn(form.fields, name))
  return [
    ...Object.entries(form.fields).flatMap(([name, field]) => {
      if (Object.hasOwn(value, name)) return checkForm(field, value[name], place(name))
      return field.optional ? [] : [`${place(name)}: is missing`]
    }),
    ...unknown.map((name) => `${place(name)}: there is no such field`),
  ]
}
