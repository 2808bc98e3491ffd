import { SignInSheet } from '@/features/sign-in/sign-in-sheet'
import { Tasks } from '@/features/tasks/tasks'
import { Screen } from '@/ui/screen'

export default function TasksPage() {
  return (
    <Screen title='任务'>
      <Tasks />
      <SignInSheet />
    </Screen>
  )
}
