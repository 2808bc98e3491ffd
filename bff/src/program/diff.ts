import type { Form, GroupForm, ListForm } from './form.ts'
import { groupFor, isRecord } from './form.ts'
import type { Program } from './program.ts'
import type { Tell } from './tell.ts'
import { raw, tellerOf, tellRow } from './tell.ts'

/** One difference between two programmes, in the operator's words. */
export interface ProgramChange {
  kind: 'added' | 'removed' | 'changed' | 'reordered'
  /** Where it stands, as `rules[check-in].grant.points`. */
  path: string
  /** The part of the programme, as 规则 or 会员码. */
  section: string
  /** The whole difference, as `每日签到 · 积分：2,2,3 → 3,3,4`. */
  sentence: string
  /** What it was and what it becomes; null for what is not there, as of a new row. */
  before: string | null
  after: string | null
}

interface Place {
  path: string
  section: string
  /** The names from the section, or from the row, down to here. */
  words: readonly string[]
}

type Pair = readonly [before: unknown, after: unknown]

/**
 * What changes from one programme to another; empty exactly when they say the same. Rows are known
 * by their ids. `words` calls the fields by their labels; a field it does not know by its path.
 */
export function diffPrograms(before: Program, after: Program, words: GroupForm): ProgramChange[] {
  const tellers: readonly [Tell, Tell] = [tellerOf(before), tellerOf(after)]

  function compare(
    form: Form | undefined,
    pair: Pair,
    place: Place,
    beside: Pair = [undefined, undefined],
  ): ProgramChange[] {
    const [was, is] = pair
    if (same(was, is)) return []
    const group = groupOf(form, pair)
    if (group && !group.phrase) return compareFields(group, pair, place)
    if (form?.kind === 'list' && form.key && Array.isArray(was) && Array.isArray(is))
      return compareRows(form, form.key, [was, is], place)
    return [changed(form, pair, place, beside)]
  }

  function compareFields(form: GroupForm, [was, is]: Pair, place: Place): ProgramChange[] {
    const old = isRecord(was) ? was : {}
    const young = isRecord(is) ? is : {}
    const names = new Set([...Object.keys(form.fields), ...Object.keys(old), ...Object.keys(young)])
    return [...names].flatMap((name) => {
      const field = form.fields[name]
      const path = place.path === '' ? name : `${place.path}.${name}`
      const next = placeOf({ path, label: field?.label ?? path }, field, form, place)
      return compare(field, [old[name], young[name]], next, [old, young])
    })
  }

  function compareRows(
    form: ListForm,
    key: { id: string; name: string },
    lists: readonly [readonly unknown[], readonly unknown[]],
    place: Place,
  ): ProgramChange[] {
    const [old, young] = [byId(lists[0], key.id), byId(lists[1], key.id)]
    const nameOf = (row: unknown, id: string) => (isRecord(row) ? raw(row[key.name] ?? id) : id)
    const ids = new Set([...old.keys(), ...young.keys()])
    const rows = [...ids].flatMap((id): ProgramChange[] => {
      const [was, is] = [old.get(id), young.get(id)]
      const path = `${place.path}[${id}]`
      const { section } = place
      const name = nameOf(was ?? is, id)
      if (was !== undefined && is !== undefined)
        return compare(form.row, [was, is], { path, section, words: [...above(place), name] })
      const kind = is === undefined ? 'removed' : 'added'
      const told = tellRow(form.row, key.name, is ?? was, tellers[kind === 'added' ? 1 : 0])
      const verb = kind === 'added' ? '新增' : '删除'
      const sentence = `${verb}${form.label}：${told}`
      const [before, after] = kind === 'added' ? [null, told] : [told, null]
      return [{ kind, path, section, sentence, before, after }]
    })
    return [...rows, ...compareOrder(form, [old, young], nameOf, place)]
  }

  function changed(
    form: Form | undefined,
    [was, is]: Pair,
    { path, section, words }: Place,
    beside: Pair,
  ): ProgramChange {
    let before = tellers[0](form, was, beside[0])
    let after = tellers[1](form, is, beside[1])
    // Two values that are told alike still differ: then each is shown as it is stored as well.
    if (before === after) {
      before = `${before}（${raw(was)}）`
      after = `${after}（${raw(is)}）`
    }
    const sentence = `${words.join(' · ')}：${before} → ${after}`
    return { kind: 'changed', path, section, sentence, before, after }
  }

  return compareFields(words, [before, after], { path: '', section: '', words: [] })
}

function compareOrder(
  form: ListForm,
  [old, young]: readonly [ReadonlyMap<string, unknown>, ReadonlyMap<string, unknown>],
  nameOf: (row: unknown, id: string) => string,
  { path, section }: Place,
): ProgramChange[] {
  const was = [...old.keys()].filter((id) => young.has(id))
  const is = [...young.keys()].filter((id) => old.has(id))
  if (same(was, is)) return []
  const before = was.map((id) => nameOf(old.get(id), id)).join('、')
  const after = is.map((id) => nameOf(young.get(id), id)).join('、')
  const sentence = `${form.label}顺序：${before} → ${after}`
  return [{ kind: 'reordered', path, section, sentence, before, after }]
}

/** At the top each group and each list of rows is a section; plain settings are one together. */
function placeOf(
  { path, label }: { path: string; label: string },
  field: Form | undefined,
  { label: whole }: GroupForm,
  above: Place,
): Place {
  if (above.path !== '')
    return { ...above, path, words: label === '' ? above.words : [...above.words, label] }
  const isSection = field?.kind === 'group' || (field?.kind === 'list' && field.key)
  return isSection
    ? { path, section: label, words: [label] }
    : { path, section: whole, words: [whole, label] }
}

/** The group whose fields both sides have: then each field is a difference of its own. */
function groupOf(form: Form | undefined, pair: Pair): GroupForm | undefined {
  if (form?.kind === 'group') return pair.every(isRecordOrNothing) ? form : undefined
  if (form?.kind !== 'either') return undefined
  const [was, is] = pair.map((value) => groupFor(form, value))
  return was === is && was && Object.keys(was.fields).length > 1 ? was : undefined
}

/** What stands before a row's name: nothing in a list of the programme, else the words of the list. */
const above = ({ path, words }: Place): readonly string[] => (path.includes('.') ? words : [])

/** Rows by their ids; a second row of the same id, which is a mistake, still counts as a row. */
function byId(rows: readonly unknown[], key: string): Map<string, unknown> {
  const found = new Map<string, unknown>()
  for (const row of rows) {
    const id = isRecord(row) ? raw(row[key]) : raw(row)
    let free = id
    for (let n = 2; found.has(free); n++) free = `${id}#${n}`
    found.set(free, row)
  }
  return found
}

const isRecordOrNothing = (value: unknown): boolean => value === undefined || isRecord(value)

/** Whether two values of JSON say the same; the order of fields says nothing. */
export function same(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((value, i) => same(value, other[i]))
  if (!isRecord(one) || !isRecord(other)) return one === other
  const names = Object.keys(one)
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && same(one[name], other[name]))
  )
}
