import { formatDay } from '@evergreen/shared/format.ts'
import { wordsFor } from '@/lib/problem'
import { Card } from '@/ui/card'
import { Cell } from '@/ui/cell'
import { Problem } from '@/ui/problem'
import { Skeleton } from '@/ui/skeleton'
import { Stale } from '@/ui/stale'
import { Timeline } from '@/ui/timeline'
import { Place } from './place'
import { TierCard } from './tier-card'
import { type TiersMember, useTiers } from './use-tiers'
import { leftWords } from './words'
import './tiers.scss'

/** The ladder with the member's place on it; a guest sees the ladder. */
export function Tiers() {
  const { answer, problem, waiting, refresh } = useTiers()
  if (waiting) return <Skeleton count={3} />
  if (!answer) return problem ? <Problem {...wordsFor(problem)} onRetry={refresh} /> : null
  const { me, program } = answer
  return (
    <>
      <Stale cause={problem && wordsFor(problem).cause} onRetry={refresh} />
      {me && <Place me={me} />}
      {program.tiers.map((tier) => (
        <TierCard key={tier.id} tier={tier} me={me} />
      ))}
      {me && <BadgeBenefits me={me} />}
      {me && me.tierHistory.length > 0 && <Way history={me.tierHistory} />}
    </>
  )
}

/** What no tier opens for this member, but a badge. */
function BadgeBenefits({ me }: { me: TiersMember }) {
  const rows = me.benefits.flatMap((row) =>
    row.tier === null && row.badge ? [{ row, badge: row.badge }] : [],
  )
  if (rows.length === 0) return null
  return (
    <Card id='badge-benefits' title='徽章带来的权益'>
      {rows.map(({ row, badge }) => (
        <Cell
          key={row.benefit.id}
          label={row.benefit.name}
          detail={[`徽章「${badge.name}」`, leftWords(row)].filter(Boolean).join(' · ')}
        />
      ))}
    </Card>
  )
}

const STEPS_MAX = 10

function Way({ history }: { history: TiersMember['tierHistory'] }) {
  const steps = history
    .map(({ day, words, tier }, place) => ({
      id: String(place),
      title: words,
      detail: `${day.slice(0, 4)}年${formatDay(day)} · ${tier.name}`,
    }))
    .slice(-STEPS_MAX)
    .reverse()
  return (
    <Card id='tier-history' title='等级的来路'>
      <Timeline steps={steps} />
    </Card>
  )
}
