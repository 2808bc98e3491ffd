import { View } from '@tarojs/components'
import { now } from '@/lib/clock'
import { wordsFor } from '@/lib/problem'
import { Button } from '@/ui/button'
import { Notice } from '@/ui/notice'
import { Problem } from '@/ui/problem'
import { CodeEntry } from './code-entry'
import { noteAct } from './last-act'
import { MemberCard } from './member-card'
import { useCounter } from './use-counter'
import { useLookUp } from './use-look-up'
import { wordsForLookUpProblem, wordsForRefusal } from './words'
import './counter.scss'

const touched = () => noteAct(now())

/** The counter: who is at it, one code in, one card out. */
export function Counter() {
  const { signedIn, staff, problem, refresh, leave } = useCounter()
  const look = useLookUp()
  if (!signedIn) return null
  return (
    <View onTouchStart={touched} onClick={touched}>
      <View className='counter__head'>
        <View id='counter-staff' className='counter__staff'>
          {staff ? `${staff.shopName} · ${staff.name}` : '柜台'}
        </View>
        <Button id='staff-sign-out' kind='quiet' onTap={leave}>
          退出
        </Button>
      </View>
      {problem && !staff && <Problem {...wordsFor(problem)} onRetry={refresh} />}
      <View>
        {look.outcome?.__typename === 'LookedUp' ? (
          <MemberCard card={look.outcome.card} onNext={look.clear} />
        ) : (
          <>
            <View>
              <Trouble look={look} />
            </View>
            <CodeEntry
              key={look.entry}
              busy={look.busy}
              onCode={look.lookUp}
              onWrong={look.dismiss}
            />
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
  if (outcome && outcome.__typename !== 'LookedUp') {
    const { title, next } = wordsForRefusal(outcome.__typename)
    return (
      <Notice id='look-up-refused' tone='bad'>
        <View className='counter__refusal'>{title}</View>
        {next}
      </Notice>
    )
  }
  if (!unanswered) return null
  const { title, next } = problem
    ? wordsForLookUpProblem(problem)
    : { title: '上一次查询没有收到结果', next: '再试一次是同一次查询，不会重复记录。' }
  return (
    <Notice id='look-up-unanswered' tone='warn'>
      <View className='counter__refusal'>{title}</View>
      {next}
      <View className='counter__choice'>
        <Button id='look-up-again' kind='secondary' onTap={() => lookUp(unanswered)}>
          再试一次
        </Button>
        <Button id='look-up-give-up' kind='quiet' onTap={clear}>
          不查了
        </Button>
      </View>
    </Notice>
  )
}
