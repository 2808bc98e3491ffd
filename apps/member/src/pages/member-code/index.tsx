import { MemberCode } from '@/features/member-code/member-code'
import { SignInSheet } from '@/features/sign-in/sign-in-sheet'
import { Screen } from '@/ui/screen'

export default function MemberCodePage() {
  return (
    <Screen title='会员码'>
      <MemberCode />
      <SignInSheet />
    </Screen>
  )
}
