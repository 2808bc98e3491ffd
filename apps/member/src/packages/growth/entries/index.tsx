import { useRouter } from '@tarojs/taro'
import { Entries } from '@/features/entries/entries'
import { SignInSheet } from '@/features/sign-in/sign-in-sheet'
import { isUnit } from '@/lib/units'
import { Screen } from '@/ui/screen'

export default function EntriesPage() {
  const { unit } = useRouter<{ unit: string }>().params
  return (
    <Screen title='积分与成长明细' back>
      <Entries start={isUnit(unit) ? unit : undefined} />
      <SignInSheet />
    </Screen>
  )
}
