import { View } from '@tarojs/components'
import { wordsFor } from '@/lib/problem'
import { useAct } from '@/lib/use-act'
import { useOnline } from '@/lib/use-online'
import { Button } from '@/ui/button'
import { Problem } from '@/ui/problem'
import { Refusal } from '@/ui/refusal'
import { Unanswered } from '@/ui/unanswered'
import { benefitAct } from './benefit-act'
import { BenefitEnded } from './benefits'
import { CodeEntry } from './code-entry'
import { MemberCard } from './member-card'
import { MoreActs } from './more-acts'
import { Offline } from './offline'
import { OfflineProof } from './offline-proof'
import { untilLeftAlone } from './touched'
import { Unfinished } from './unfinished'
import { useCounter } from './use-counter'
import { useLookUp } from './use-look-up'
import { wordsForLookUpProblem, wordsForRefusal } from './words'
import './counter.scss'

/** The counter: who is at it, one code in, one card out. */
export function Counter() {
  const { signedIn, staff, problem, refresh, leave } = useCounter()
  const look = useLookUp()
  const benefit = useAct(benefitAct)
  const online = useOnline()
  if (!signedIn) return null
  const isManager = staff?.role === 'MANAGER'
  const next = () => {
    if (benefit.state.phase === 'decided' || benefit.state.phase === 'refused') benefit.clear()
    look.clear()
  }
  return (
    <View {...untilLeftAlone}>
      <View className='counter__head'>
        <View id='counter-staff' className='counter__staff'>
          {staff ? `${staff.shopName} · ${staff.name}` : '柜台'}
        </View>
        <Button id='staff-sign-out' kind='quiet' onTap={leave}>
          退出
        </Button>
      </View>
      <Offline />
      <Unfinished />
      <View>
        <BenefitEnded act={benefit} />
      </View>
      {problem && !staff && <Problem {...wordsFor(problem)} onRetry={refresh} />}
      <View>
        {look.outcome?.__typename === 'LookedUp' ? (
          <MemberCard
            lookUpId={look.outcome.lookUpId}
            card={look.outcome.card}
            isManager={isManager}
            benefit={benefit}
            onNext={next}
          />
        ) : (
          <>
            <View>
              <Trouble look={look} />
            </View>
            <View>{!online && <OfflineProof />}</View>
            <CodeEntry
              key={look.entry}
              busy={look.busy}
              disabled={!online}
              onCode={look.lookUp}
              onWrong={look.dismiss}
            />
            <MoreActs isManager={isManager} />
          </>
        )}
      </View>
    </View>
  )
}

/** Why there is no card yet, and what to do next. */
function Trouble({ look }: { look: ReturnType<typeof useLookUp> }) {
  const { outcome, problem, unanswered, busy, lookUp, clear } = look
  if (busy) return null
  if (outcome && outcome.__typename !== 'LookedUp')
    return <Refusal id='look-up-refused' {...wordsForRefusal(outcome.__typename)} />
  if (!unanswered) return null
  const words = problem
    ? wordsForLookUpProblem(problem)
    : { title: '上一次查询没有收到结果', next: '再试一次是同一次查询，不会重复记录。' }
  return (
    <Unanswered
      id='look-up'
      {...words}
      giveUp='不查了'
      onAgain={() => lookUp(unanswered)}
      onGiveUp={clear}
    />
  )
}
