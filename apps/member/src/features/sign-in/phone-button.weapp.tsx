import { Button } from '@tarojs/components'
import type { PhoneButtonProps } from './phone-button'
import './sign-in.scss'

/** WeChat hands a phone number over only through its own button, and here only after consent. */
export function PhoneButton({ disabled, ready, onNotReady, onPhoneCode }: PhoneButtonProps) {
  return (
    <Button
      id='sign-in-phone'
      className='phone-button'
      hoverClass='touchable--touched'
      openType={ready ? 'getPhoneNumber' : undefined}
      disabled={disabled}
      onClick={ready ? undefined : onNotReady}
      onGetPhoneNumber={(event) => onPhoneCode(event.detail.code)}
    >
      微信登录并绑定手机号
    </Button>
  )
}
