import { View } from '@tarojs/components'
import { wordsFor } from '@/lib/problem'
import { askToSignIn } from '@/lib/sign-in-door'
import { isUnderWay } from '@/lib/use-write'
import { Card } from '@/ui/card'
import { Cell } from '@/ui/cell'
import { Empty } from '@/ui/empty'
import { Problem } from '@/ui/problem'
import { Skeleton } from '@/ui/skeleton'
import { Stale } from '@/ui/stale'
import { BirthdayEnd } from './birthday-end'
import { BirthdayEntry } from './birthday-entry'
import { type Birthday, birthdayWords } from './read-birthday'
import { type BirthdayMember, useBirthday, useSetBirthday } from './use-birthday'
import './birthday.scss'

/** The birthday, given once for ever, and what its month brings. */
export function BirthdayForm() {
  const { answer, problem, waiting, refresh } = useBirthday()
  const { state, again, set } = useSetBirthday()
  if (waiting) return <Skeleton count={2} />
  if (!answer) return problem ? <Problem {...wordsFor(problem)} onRetry={refresh} /> : null
  const { me } = answer
  if (!me)
    return (
      <Empty
        title='登录后填写生日'
        action={{ id: 'join', label: '登录或加入', onTap: askToSignIn }}
      />
    )
  return (
    <>
      <View>
        <Stale cause={problem && wordsFor(problem).cause} onRetry={refresh} />
        <BirthdayEnd state={state} onAgain={again} />
      </View>
      {me.birthday ? (
        <Given birthday={me.birthday} today={me.checkIn.day} />
      ) : (
        <BirthdayEntry waiting={isUnderWay(state)} onBirthday={set} />
      )}
      <MonthBenefit me={me} />
    </>
  )
}

function Given({ birthday, today }: { birthday: Birthday; today: string }) {
  const isMonth = Number(today.slice(5, 7)) === birthday.month
  return (
    <Card id='birthday' title={birthdayWords(birthday)}>
      <View className='birthday__soft'>
        {isMonth ? '这个月是你的生日月，生日快乐。' : `${birthday.month}月是你的生日月。`}
      </View>
      <View className='birthday__soft'>生日只能填写一次，填写后不能修改。</View>
    </Card>
  )
}

/** The benefit of the programme for a birthday’s month. */
const BIRTHDAY_BENEFIT = 'birthday'

function MonthBenefit({ me }: { me: BirthdayMember }) {
  const held = me.benefits.find(({ benefit }) => benefit.id === BIRTHDAY_BENEFIT)
  if (!held) return null
  return (
    <Card id='birthday-benefit' title='生日月'>
      <Cell label={held.benefit.name} detail={held.benefit.summary} />
    </Card>
  )
}
