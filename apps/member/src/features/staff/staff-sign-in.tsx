import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { platform } from '@/lib/platform'
import { wordsFor } from '@/lib/problem'
import { replacePage } from '@/lib/replace-page'
import { useSignedIn } from '@/lib/session'
import { usePageShown } from '@/lib/use-shown-query'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Field } from '@/ui/field'
import { Notice } from '@/ui/notice'
import { SendCode } from './send-code'
import type { Left } from './use-counter'
import { useStaffSignIn } from './use-staff-sign-in'
import { WechatDoor } from './wechat-door'
import { wordsForCodeRefusal } from './words'
import './staff-sign-in.scss'

type Missing = 'phone' | 'code'

/** The staff door: it asks for a staff session of its own, whoever is signed in as a member. */
export function StaffSignIn({ left }: { left: Left | undefined }) {
  const signedIn = useSignedIn('staff')
  const shown = usePageShown()
  const door = useStaffSignIn()
  const phone = useRef('')
  const code = useRef('')
  const [missing, setMissing] = useState<Missing>()
  useEffect(() => {
    return signedIn && shown ? replacePage('/packages/staff/counter/index') : undefined
  }, [signedIn, shown])

  const requestCode = () => {
    setMissing(phone.current === '' ? 'phone' : undefined)
    if (phone.current !== '') door.requestCode(phone.current)
  }
  const enter = () => {
    const lacks = phone.current === '' ? 'phone' : code.current === '' ? 'code' : undefined
    setMissing(lacks)
    if (!lacks) door.enter({ phone: phone.current, code: code.current })
  }
  return (
    <>
      {left && left !== 'signed-out' && <Notice tone='warn'>{LEFT[left]}</Notice>}
      <WechatDoor />
      <Card title={platform.signsInByItself ? '手机号登录' : '店员登录'}>
        <View className='staff-door__about'>用店里登记的手机号进入柜台，与会员登录互不影响。</View>
        <Field
          id='staff-phone'
          label='手机号'
          type='number'
          lengthMax={11}
          placeholder='登记的手机号'
          error={missing === 'phone' ? '请输入手机号' : phoneError(door)}
          onText={(text) => {
            phone.current = text.trim()
          }}
        />
        <Field
          id='staff-code'
          label='验证码'
          type='number'
          lengthMax={6}
          placeholder='6位数字'
          aside={
            <SendCode
              resendAt={door.resendAt}
              running={shown}
              sending={door.sending}
              onSend={requestCode}
            />
          }
          error={missing === 'code' ? '请输入验证码' : codeError(door)}
          onText={(text) => {
            code.current = text.trim()
          }}
          onDone={enter}
        />
        {door.problem && (
          <Notice tone='bad'>
            {wordsFor(door.problem).cause}。{wordsFor(door.problem).advice}
          </Notice>
        )}
        <Button id='staff-enter' waiting={door.entering || signedIn} onTap={enter}>
          进入柜台
        </Button>
      </Card>
    </>
  )
}

const LEFT: Record<Exclude<Left, 'signed-out'>, string> = {
  locked: '15分钟没有操作，柜台已自动锁定。请重新登录。',
  expired: '登录已过期，请重新登录。',
}

type Door = ReturnType<typeof useStaffSignIn>

function phoneError({ sent, entered }: Door): string | undefined {
  if (entered?.__typename === 'NotStaff') return entered.message
  if (entered?.__typename === 'PhoneNotValid') return entered.message
  if (sent?.__typename === 'PhoneNotValid') return sent.message
  return undefined
}

function codeError({ sent, entered }: Door): string | undefined {
  if (sent?.__typename === 'SmsUnavailable') return sent.message
  return entered?.__typename === 'CodeRefused' ? wordsForCodeRefusal(entered.reason) : undefined
}
