import { useRef } from 'react'
import { Button } from '@/ui/button'
import { Field } from '@/ui/field'
import { usePhoneCode } from './use-phone-code'
import { AGREE_FIRST, type useSignIn } from './use-sign-in'

export interface WayInProps {
  agreed: boolean
  signIn: ReturnType<typeof useSignIn>
}

/** Phone number and one-time code. */
export function PhoneForm({ agreed, signIn }: WayInProps) {
  const phone = useRef('')
  const code = useRef('')
  const phoneCode = usePhoneCode(signIn.refuse)
  const requestCode = () => {
    if (!agreed) return signIn.refuse(AGREE_FIRST)
    signIn.refuse(undefined)
    void phoneCode.request(phone.current)
  }
  const enter = () => void signIn.withPhone(phone.current, code.current)
  return (
    <>
      <Field
        id='phone'
        label='手机号'
        placeholder='11位手机号'
        type='number'
        lengthMax={11}
        onText={(text) => {
          phone.current = text
        }}
      />
      <Field
        id='code'
        label='验证码'
        placeholder='6位数字'
        type='number'
        lengthMax={6}
        onText={(text) => {
          code.current = text
        }}
        onDone={enter}
        aside={
          <Button
            id='send-code'
            kind='quiet'
            waiting={phoneCode.sending}
            disabled={phoneCode.secondsLeft > 0}
            onTap={requestCode}
          >
            {phoneCode.secondsLeft > 0 ? `${phoneCode.secondsLeft}秒后重发` : '获取验证码'}
          </Button>
        }
      />
      <Button id='sign-in' waiting={signIn.waiting} onTap={enter}>
        登录
      </Button>
    </>
  )
}
