import { BirthdayForm } from '@/features/birthday/birthday-form'
import { SignInSheet } from '@/features/sign-in/sign-in-sheet'
import { Screen } from '@/ui/screen'

export default function BirthdayPage() {
  return (
    <Screen title='生日' back>
      <BirthdayForm />
      <SignInSheet />
    </Screen>
  )
}
