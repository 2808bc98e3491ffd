import { Button as NativeButton } from '@tarojs/components'
import { Button } from '@/ui/button'
import type { PhoneButtonProps } from './phone-button'
import './sign-in.scss'

/** WeChat hands a phone number over only through its own button, and only after consent. */
export function PhoneButton({ disabled, ready, onNotReady, onPhoneCode }: PhoneButtonProps) {
  if (!ready)
    return (
      <Button id='sign-in-phone' kind='secondary' onTap={onNotReady}>
        微信登录并绑定手机号
      </Button>
    )
  return (
    <NativeButton
      id='sign-in-phone'
      className='phone-button'
      hoverClass='touchable--touched'
      openType='getPhoneNumber'
      disabled={disabled}
      onGetPhoneNumber={(event) => onPhoneCode(event.detail.code)}
    >
      微信登录并绑定手机号
    </NativeButton>
  )
}
