import { useRouter } from '@tarojs/taro'
import { ItemPage } from '@/features/mall/item-page'
import { SignInSheet } from '@/features/sign-in/sign-in-sheet'
import { Pin } from '@/features/wish/pin'
import { Screen } from '@/ui/screen'

export default function MallItemPage() {
  const { id = '' } = useRouter<{ id: string }>().params
  return (
    <Screen title='兑换' back>
      <ItemPage id={id} pin={(isWish) => <Pin itemId={id} isWish={isWish} />} />
      <SignInSheet />
    </Screen>
  )
}
