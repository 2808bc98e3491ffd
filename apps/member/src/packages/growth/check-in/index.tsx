import { businessDay, isMonth, monthOf } from '@evergreen/shared/day.ts'
import { useRouter } from '@tarojs/taro'
import { Calendar } from '@/features/calendar/calendar'
import { SignInSheet } from '@/features/sign-in/sign-in-sheet'
import { now } from '@/lib/clock'
import { Screen } from '@/ui/screen'

/** The month to begin with comes from the server's day on the page before, when there was one. */
export default function CheckInPage() {
  const { month = '' } = useRouter<{ month: string }>().params
  return (
    <Screen title='签到日历' back>
      <Calendar start={isMonth(month) ? month : monthOf(businessDay(now()))} />
      <SignInSheet />
    </Screen>
  )
}
