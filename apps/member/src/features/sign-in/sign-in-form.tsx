import { View } from '@tarojs/components'
import type { SignInNoticeQuery } from '@/generated/graphql'
import { platform } from '@/lib/platform'
import { Notice } from '@/ui/notice'
import { Agreement } from './agreement'
import { PhoneForm } from './phone-form'
import { privacyText, serviceText, type Text } from './texts'
import { useSignIn } from './use-sign-in'
import { WechatForm } from './wechat-form'

export interface SignInFormProps {
  /** True while a text is being read: what was typed stays. */
  hidden: boolean
  program: SignInNoticeQuery['program']
  agreed: boolean
  onAgree: (agreed: boolean) => void
  onRead: (text: Text) => void
  onNoticeChanged: () => void
}

export function SignInForm(props: SignInFormProps) {
  const { hidden, program, agreed, onAgree, onRead, onNoticeChanged } = props
  const agreedVersion = agreed ? program.privacy.version : undefined
  const signIn = useSignIn({ agreedVersion, onNoticeChanged })
  return (
    <View className={hidden ? 'sign-in--hidden' : ''}>
      <Agreement
        agreed={agreed}
        onAgree={onAgree}
        onReadService={() => onRead(serviceText)}
        onReadPrivacy={() => onRead(privacyText(program))}
      />
      {signIn.error && (
        <Notice id='sign-in-problem' tone='bad'>
          {signIn.error}
        </Notice>
      )}
      {platform.signsInByItself ? (
        <WechatForm agreed={agreed} signIn={signIn} />
      ) : (
        <PhoneForm agreed={agreed} signIn={signIn} />
      )}
    </View>
  )
}
