import { View } from '@tarojs/components'
import { platform } from '@/lib/platform'
import { Button } from '@/ui/button'
import { PhoneButton } from './phone-button'
import type { WayInProps } from './phone-form'
import { AGREE_FIRST } from './use-sign-in'
import './sign-in.scss'

/** The platform says who it is; a phone number is an offer, never a condition. */
export function WechatForm({ agreed, signIn }: WayInProps) {
  return (
    <>
      <Button id='sign-in' waiting={signIn.waiting} onTap={() => void signIn.withWechat()}>
        微信登录
      </Button>
      {platform.hasPhoneButton && (
        <>
          <PhoneButton
            disabled={signIn.waiting}
            ready={agreed}
            onNotReady={() => signIn.refuse(AGREE_FIRST)}
            onPhoneCode={(phoneCode) => void signIn.withWechat(phoneCode)}
          />
          <View className='sign-in__soft'>绑定手机号后，到店报号也能认出你；不绑定也可以。</View>
        </>
      )}
    </>
  )
}
