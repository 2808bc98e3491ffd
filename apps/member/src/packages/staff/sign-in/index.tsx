import { useRouter } from '@tarojs/taro'
import { StaffSignIn } from '@/features/staff/staff-sign-in'
import type { Left } from '@/features/staff/use-counter'
import { Screen } from '@/ui/screen'

const REASONS: readonly string[] = ['locked', 'expired', 'signed-out'] satisfies Left[]

const isReason = (text: string | undefined): text is Left =>
  text !== undefined && REASONS.includes(text)

export default function StaffSignInPage() {
  const { left } = useRouter().params
  return (
    <Screen title='店员登录' back>
      <StaffSignIn left={isReason(left) ? left : undefined} />
    </Screen>
  )
}
