import { formatAmount, formatTimes } from '@evergreen/shared/format.ts'
import { terms } from '@evergreen/shared/terms.ts'
import type { Entry, ReceiptPart } from '../model.ts'
import type { PublishedProgram } from '../program/program.ts'

export interface WhyPart {
  label: string
  detail: string
  /** The sum after this part. */
  amount: number
}

/** Why an entry is exactly what it is, told with the version of the programme that made it. */
export interface Why {
  ruleId: string
  ruleName: string
  programVersion: number
  parts: readonly WhyPart[]
  sentence: string
}

/** Renders the receipt that was stored with the entry; nothing is computed again. */
export function why(entry: Entry, published: PublishedProgram): Why {
  const { rules, multipliers } = published.body
  const ruleName = nameOf(rules, entry.ruleId)
  const parts = entry.parts.map((part): WhyPart => {
    const told = tell(part, ruleName, (id) => nameOf(multipliers, id))
    return { ...told, amount: part.amount }
  })
  const sum = parts.map((part) => `${part.label} ${part.detail}`).join('，')
  const unit = terms[entry.unit].zh
  return {
    ruleId: entry.ruleId,
    ruleName,
    programVersion: entry.programVersion,
    parts,
    sentence: `${sum}，共 ${formatAmount(entry.amount)} ${unit}`,
  }
}

function tell(part: ReceiptPart, ruleName: string, multiplier: (id: string) => string) {
  switch (part.kind) {
    case 'fixed':
      return { label: ruleName, detail: `+${formatAmount(part.amount)}` }
    case 'ladder':
      return { label: `签到阶梯第${part.step}天`, detail: `+${formatAmount(part.amount)}` }
    case 'times':
      return { label: multiplier(part.multiplierId), detail: `×${formatTimes(part.timesBp)}` }
  }
}

/** Every version keeps its rows, so an entry's own version always names them. */
function nameOf(rows: readonly { id: string; name: string }[], id: string): string {
  const row = rows.find((candidate) => candidate.id === id)
  if (!row) throw new Error(`the version that made the entry has no row ${id}`)
  return row.name
}
