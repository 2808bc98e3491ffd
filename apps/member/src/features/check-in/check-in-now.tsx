import { View } from '@tarojs/components'
import type { TodayCheckInFragment } from '@/generated/graphql'
import { wordsFor } from '@/lib/problem'
import { Button } from '@/ui/button'
import { Notice } from '@/ui/notice'
import { CheckInResult } from './check-in-result'
import type { useCheckIn } from './use-check-in'
import { tomorrowLine } from './words'
import './check-in-card.scss'

type CheckInNowProps = { today: TodayCheckInFragment } & ReturnType<typeof useCheckIn>

/** The button and what became of the last tap on it; afterwards, what the day gave. */
export function CheckInNow({ today, state, checkIn, confirm }: CheckInNowProps) {
  const answer = state.phase === 'decided' ? state.answer : undefined
  if (answer?.__typename === 'CheckedIn')
    return <CheckInResult answer={answer} freezesMax={today.freezesMax} />
  return (
    <>
      {state.phase === 'refused' && (
        <Notice id='check-in-problem' tone='bad'>
          {wordsFor(state.problem).cause}
        </Notice>
      )}
      {state.phase === 'unknown' && (
        <Notice
          id='check-in-unknown'
          tone='warn'
          action={{ id: 'confirm-check-in', label: '再确认', onTap: confirm }}
        >
          没有收到结果。放心，同一次签到不会重复计算。
        </Notice>
      )}
      {answer?.__typename === 'KeyReused' && (
        <Notice id='check-in-again' tone='warn'>
          这次没有签上，请再点一次。
        </Notice>
      )}
      {today.checkedIn ? (
        <View id='checked-in' className='check-in__done'>
          {`今天已签到。${tomorrowLine(today.tomorrow)}。`}
        </View>
      ) : (
        <CheckInButton today={today} phase={state.phase} onTap={checkIn} />
      )}
    </>
  )
}

interface CheckInButtonProps {
  today: TodayCheckInFragment
  phase: string
  onTap: () => void
}

function CheckInButton({ today, phase, onTap }: CheckInButtonProps) {
  const step = today.week.find(({ state }) => state === 'TODAY')
  const waiting = phase === 'sending' || phase === 'confirming'
  const words = phase === 'confirming' ? '正在确认…' : phase === 'sending' ? '签到中…' : '签到'
  const reward = step && !waiting ? ` +${step.points}积分 +${step.growth}成长值` : ''
  return (
    <>
      <Button id='check-in' waiting={waiting} onTap={onTap}>
        {words + reward}
      </Button>
      {today.freezes > 0 && (
        <View id='freezes' className='check-in__note'>
          {`${today.freezes}张连签保护卡，错过一天时自动生效`}
        </View>
      )}
    </>
  )
}
