import { View } from '@tarojs/components'
import { formatMoment } from '@/lib/moment'
import { accessible } from '@/ui/accessible'

interface BindingCodeProps {
  code: string
  expiresAt: number
}

/** To be told to the person who binds their WeChat with it; it is shown only now. */
export function BindingCode({ code, expiresAt }: BindingCodeProps) {
  const spelled = `${code.slice(0, 4)} ${code.slice(4)}`
  return (
    <View className='binding'>
      <View
        id='binding-shown'
        className='binding__code'
        {...accessible({ label: `绑定码 ${spelled}` })}
      >
        {spelled}
      </View>
      <View className='binding__until'>
        {`请本人在“店员登录”里输入，${formatMoment(expiresAt)}前有效，只能用一次。`}
      </View>
    </View>
  )
}
