import { formatAmount, formatDay, formatTimes, formatYuan } from '@evergreen/shared/format.ts'
import { terms } from '@evergreen/shared/terms.ts'
import type { Entry, EntryKind, ReceiptPart } from '../model.ts'
import type { Program, PublishedProgram } from '../program/program.ts'

export interface WhyPart {
  label: string
  detail: string
  /** The sum after this part. */
  amount: number
}

/** Why an entry is exactly what it is, told with the version of the programme that made it. */
export interface Why {
  /** Null where no rule was asked: an expiry, a redemption, an adjustment by hand. */
  ruleId: string | null
  ruleName: string
  programVersion: number
  parts: readonly WhyPart[]
  sentence: string
}

/**
 * Renders the receipt that was stored with the entry; nothing is computed again. What was promised
 * or bought under another version may rest on a row that the entry's own version does not have:
 * then the nearest earlier one that has it says its name, or a later one.
 */
export function why(
  entry: Entry,
  published: PublishedProgram,
  others: readonly PublishedProgram[] = [],
): Why {
  const older = others.filter(({ version }) => version < published.version).reverse()
  const newer = others.filter(({ version }) => version > published.version)
  const programs = [published, ...older, ...newer].map(({ body }) => body)
  const ruleName = entry.ruleId === null ? titles[entry.kind] : nameOf(programs, entry.ruleId)
  const parts = entry.parts.map((part): WhyPart => {
    const told = tell(part, entry.kind === 'earn' ? ruleName : titles[entry.kind], programs)
    return { ...told, amount: part.amount }
  })
  const sum = parts.map((part) => `${part.label} ${part.detail}`).join('，')
  const unit = terms[entry.unit].zh
  return {
    ruleId: entry.ruleId,
    ruleName:
      entry.kind === 'earn' || entry.ruleId === null
        ? ruleName
        : `${titles[entry.kind]}：${ruleName}`,
    programVersion: entry.programVersion,
    parts,
    sentence: `${sum}，共 ${formatAmount(entry.amount)} ${unit}`,
  }
}

const titles: Readonly<Record<EntryKind, string>> = {
  earn: '获得',
  spend: '兑换使用',
  return: '退回积分',
  expire: '到期清零',
  clawback: '退款扣回',
  shortfall: '退款待抵扣',
  repay: '抵扣待抵扣积分',
  adjust: '人工调整',
}

function tell(
  part: ReceiptPart,
  title: string,
  programs: readonly Program[],
): Omit<WhyPart, 'amount'> {
  switch (part.kind) {
    case 'fixed':
      return { label: title, detail: `+${formatAmount(part.amount)}` }
    case 'ladder':
      return { label: `签到阶梯第${part.step}天`, detail: `+${formatAmount(part.amount)}` }
    case 'net':
      return {
        label: part.netFen === part.totalFen ? '实付' : `实付${formatYuan(part.totalFen)}，计入`,
        detail: formatYuan(part.netFen),
      }
    case 'rate': {
      const tier = programs[0]?.tiers.find(({ id }) => id === part.tierId)
      return { label: tier ? `${tier.name}每元` : '每元', detail: formatTimes(part.rateBp) }
    }
    case 'share':
      return {
        label: `好友的${formatAmount(part.of)}`,
        detail: `×${formatTimes(part.shareBp * 100)}%`,
      }
    case 'times':
      return {
        label: nameOf(programs, part.multiplierId),
        detail: `×${formatTimes(part.timesBp)}`,
      }
    case 'stacked':
      return { label: stackings[part.mode], detail: `×${formatTimes(part.timesBp)}` }
    case 'capped':
      return {
        label: `${limitName(part.limitId, programs)}，本应${formatAmount(part.wanted)}`,
        detail: `计${formatAmount(part.amount)}`,
      }
    case 'kept':
      return {
        label: `退款后留下${formatYuan(part.netFen)}`,
        detail: `应得${formatAmount(part.amount)}`,
      }
    case 'lot-ended':
      return { label: `${formatDay(part.expiresOn)}到期`, detail: `−${formatAmount(part.amount)}` }
    case 'spent':
      return { label: part.what, detail: `−${formatAmount(part.amount)}` }
    case 'returned':
      return { label: `${part.what}退回`, detail: `+${formatAmount(part.amount)}` }
    case 'owed':
      return { label: '待抵扣', detail: formatAmount(part.amount) }
    case 'noted':
      return { label: part.note, detail: formatAmount(part.amount) }
  }
}

const stackings = { max: '取最高倍数', add: '倍数相加', multiply: '倍数相乘' } as const

/** The limit that cut a grant, in words: a cap by its name, a budget, or the rule's own limit. */
export function limitName(limitId: string, bodies: readonly Pick<Program, 'caps'>[]): string {
  const cap = bodies.flatMap(({ caps }) => caps).find(({ id }) => limitId === `cap:${id}`)
  if (cap) return cap.name
  return limitId.startsWith('budget:') ? '活动名额' : '本规则上限'
}

/** Every version keeps its rows: one of them always has what an entry names. */
function nameOf(programs: readonly Program[], id: string): string {
  const rows = programs.flatMap(({ rules, multipliers }) => [...rules, ...multipliers])
  const row = rows.find((candidate) => candidate.id === id)
  if (!row) throw new Error(`no version up to the entry's has a row ${id}`)
  return row.name
}
