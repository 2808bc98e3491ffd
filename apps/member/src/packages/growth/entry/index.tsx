import { useRouter } from '@tarojs/taro'
import { EntryDetail } from '@/features/entries/entry-detail'
import { SignInSheet } from '@/features/sign-in/sign-in-sheet'
import { Screen } from '@/ui/screen'

export default function EntryPage() {
  const { id = '' } = useRouter<{ id: string }>().params
  return (
    <Screen title='明细' back>
      <EntryDetail id={id} />
      <SignInSheet />
    </Screen>
  )
}
