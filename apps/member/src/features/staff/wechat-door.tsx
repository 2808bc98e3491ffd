import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { platform } from '@/lib/platform'
import { wordsFor } from '@/lib/problem'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Field } from '@/ui/field'
import { Notice } from '@/ui/notice'
import { useWechatDoor } from './use-wechat-door'
import { wordsForCodeRefusal } from './words'

const BINDING = {
  WRONG: '绑定码不对，请核对',
  EXPIRED: '绑定码已过期，请店长再发一个',
  USED: '绑定码已用过，请店长再发一个',
} as const

/** Where the platform knows who somebody is: one tap, once a manager's code has bound them. */
export function WechatDoor() {
  const door = useWechatDoor()
  const code = useRef('')
  const [binds, setBinds] = useState(false)
  if (!platform.signsInByItself) return null
  return (
    <Card title='微信登录'>
      <View>
        {door.problem && (
          <Notice id='wechat-problem' tone='bad'>
            {wordsFor(door.problem).cause}。{wordsFor(door.problem).advice}
          </Notice>
        )}
        {refusalOf(door) && (
          <Notice id='wechat-refused' tone='warn'>
            {refusalOf(door)}
          </Notice>
        )}
      </View>
      <Button id='staff-wechat' waiting={door.busy && !binds} onTap={door.enter}>
        用微信进入柜台
      </Button>
      <View>
        {binds && (
          <Field
            id='binding-code'
            label='店长给的8位绑定码'
            lengthMax={12}
            onText={(text) => {
              code.current = text.trim()
            }}
          />
        )}
      </View>
      <Button
        id='bind-wechat'
        kind={binds ? 'secondary' : 'quiet'}
        waiting={door.busy && binds}
        onTap={() => {
          if (!binds) setBinds(true)
          else if (code.current !== '') door.bind(code.current)
        }}
      >
        {binds ? '绑定并进入' : '第一次用？输入绑定码'}
      </Button>
    </Card>
  )
}

function refusalOf({ entered }: ReturnType<typeof useWechatDoor>): string | undefined {
  switch (entered?.__typename) {
    case 'NotStaff':
      return '这个微信还没有绑定店员账号。请店长发一个绑定码。'
    case 'WechatTaken':
      return entered.message
    case 'BindingRefused':
      return BINDING[entered.bindingReason]
    case 'CodeRefused':
      return wordsForCodeRefusal(entered.reason)
    default:
      return undefined
  }
}
