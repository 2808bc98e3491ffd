import { useRouter } from '@tarojs/taro'
import { RedemptionPage } from '@/features/redemptions/redemption-page'
import { SignInSheet } from '@/features/sign-in/sign-in-sheet'
import { Screen } from '@/ui/screen'

export default function MallRedemptionPage() {
  const { id = '', made } = useRouter<{ id: string; made?: string }>().params
  return (
    <Screen title='兑换详情' back>
      <RedemptionPage id={id} isNew={made === '1'} />
      <SignInSheet />
    </Screen>
  )
}
