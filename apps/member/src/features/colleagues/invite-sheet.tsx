import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { wordsFor } from '@/lib/problem'
import { Button } from '@/ui/button'
import { Field } from '@/ui/field'
import { Notice } from '@/ui/notice'
import { Sheet } from '@/ui/sheet'
import { BindingCode } from './binding-code'
import { useBindingCode } from './use-colleagues'

/** A new account at this shop, and the code its owner binds their WeChat with. */
export function InviteSheet({ onClose }: { onClose: () => void }) {
  const { ask, busy, invited, refused, problem } = useBindingCode()
  const name = useRef('')
  const phone = useRef('')
  const [lacks, setLacks] = useState<'name' | 'phone'>()
  const invite = () => {
    const missing = name.current === '' ? 'name' : phone.current === '' ? 'phone' : undefined
    setLacks(missing)
    if (!missing) ask({ name: name.current, phone: phone.current })
  }
  if (invited)
    return (
      <Sheet id='invited' open title='把绑定码告诉对方' onClose={onClose}>
        <BindingCode {...invited} />
        <Button id='invited-done' onTap={onClose}>
          好的
        </Button>
      </Sheet>
    )
  return (
    <Sheet id='invite-sheet' open title='添加店员' onClose={onClose}>
      <Field
        id='invite-name'
        label='称呼'
        lengthMax={40}
        error={lacks === 'name' ? '请输入称呼' : undefined}
        onText={(text) => {
          name.current = text.trim()
        }}
      />
      <Field
        id='invite-phone'
        label='手机号'
        type='number'
        lengthMax={11}
        error={lacks === 'phone' ? '请输入手机号' : undefined}
        onText={(text) => {
          phone.current = text.trim()
        }}
      />
      <View>
        {refused && (
          <Notice id='invite-refused' tone='warn'>
            {refused}
          </Notice>
        )}
        {problem && (
          <Notice tone='warn'>{wordsFor(problem).cause}。请看看名单里有没有，再试。</Notice>
        )}
      </View>
      <Button id='send-invite' waiting={busy} onTap={invite}>
        添加并取得绑定码
      </Button>
    </Sheet>
  )
}
