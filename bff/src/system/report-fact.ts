import type { Decision, World } from '../command.ts'
import type { OutsideFact, SystemKind } from '../fact.ts'
import type { FactReport, MemberState } from '../model.ts'
import type { Gains } from '../settle/gains.ts'
import { gainsOf } from '../settle/gains.ts'
import type { CodeRefused, Named, NameRefused } from './member-name.ts'
import { usingCode } from './member-name.ts'

/** Something that happened to a member in another system, under its name there. */
export interface ReportedByOther {
  kind: SystemKind
  source: string
  id: string
  about: string | null
}

/** A report that makes no sense: the field and what is wrong with it. */
export interface BadFact {
  kind: 'BadFact'
  field: string
  message: string
}

export type ReportFactOutcome =
  | ({ kind: 'FactRecorded'; memberId: string; fact: string } & Gains)
  /** The very same fact is there already; nothing was done. */
  | { kind: 'FactKnown'; memberId: string; fact: string; at: number }
  | { kind: 'FactDiffers'; fact: string; at: number }
  | { kind: 'OtherShop'; shopId: string }
  | BadFact
  | NameRefused
  | CodeRefused

export interface FactToReport {
  named: Named
  member: MemberState | undefined
  known: FactReport | undefined
  reported: ReportedByOther
}

export const factKey = ({ kind, source, id }: Omit<ReportedByOther, 'about'>): string =>
  `${kind}:${source}:${id}`

/**
 * Records a fact from outside, once per kind, source and number, for ever; the rules count it
 * (G5). A key that is bound to a shop reports visits to that shop and nothing else. Refusals, in
 * order: `BadMemberName`, `BadFact`, `OtherShop`, `FactKnown`, `FactDiffers`, `CodeUnknown`,
 * `MemberUnknown`, `CodeUsed`, `CodeExpired`. A fact that is known is answered so although the code
 * that named its member is used by then, or gone.
 */
export function reportFact(
  { named, member, known, reported }: FactToReport,
  { keyId, shopId }: { keyId: string; shopId: string | null },
  world: World,
): Decision<ReportFactOutcome> {
  const refuse = (outcome: ReportFactOutcome) => ({ outcome, changes: [] })
  if (named.kind === 'BadMemberName') return refuse(named)
  const bad = problemIn(reported)
  if (bad) return refuse(bad)
  const about = reported.about ?? (reported.kind === 'store-visited' ? shopId : null)
  if (shopId !== null && !(reported.kind === 'store-visited' && about === shopId))
    return refuse({ kind: 'OtherShop', shopId })
  const key = factKey(reported)
  const fact: OutsideFact & { key: string } = {
    kind: reported.kind,
    key,
    ...(about !== null && { about }),
  }
  const said = JSON.stringify(fact)
  if (known) {
    const { memberId, at } = known
    const isSame = memberId === member?.id && known.said === said
    return refuse(
      isSame
        ? { kind: 'FactKnown', memberId, fact: key, at }
        : { kind: 'FactDiffers', fact: key, at },
    )
  }
  if (named.kind !== 'Named') return refuse(named)
  if (!member) return refuse({ kind: 'MemberUnknown' })
  const memberId = member.id
  const decision: Decision<ReportFactOutcome> = {
    before: member,
    state: member,
    facts: [fact],
    changes: [{ kind: 'fact-reported', report: { key, memberId, said, at: world.now } }],
    outcome: (settled) => ({ kind: 'FactRecorded', memberId, fact: key, ...gainsOf(settled) }),
  }
  return usingCode(decision, named.code, keyId, world.now)
}

function problemIn({ source, id, about }: ReportedByOther): BadFact | undefined {
  const bad = (field: string, message: string): BadFact => ({ kind: 'BadFact', field, message })
  if (!/^[\w.-]{1,32}$/.test(source)) return bad('source', 'is 1 to 32 letters, digits or _ . -')
  if (!/^[\w.-]{1,128}$/.test(id)) return bad('id', 'is 1 to 128 letters, digits or _ . -')
  if (about !== null && !/^[\w.:-]{1,128}$/.test(about))
    return bad('about', 'is 1 to 128 letters, digits or _ . : -')
  return undefined
}
