import Taro from '@tarojs/taro'
import { useRef, useState } from 'react'
import {
  type SignInAnswerFragment,
  SignInWithPhoneDocument,
  SignInWithWechatDocument,
} from '@/generated/graphql'
import { platform } from '@/lib/platform'
import { problemIn, wordsFor } from '@/lib/problem'
import { signIn } from '@/lib/session'
import { closeSignIn } from '@/lib/sign-in-door'
import { send } from '@/lib/transport'
import { refusalWords } from './refusal'

export const AGREE_FIRST = '请先阅读并勾选同意。'

interface SignInOptions {
  /** The version of the notice that was read and agreed to; undefined until it was. */
  agreedVersion: number | undefined
  /** The notice has changed since: it has to be read and agreed to again. */
  onNoticeChanged: () => void
}

/** Signs a member in, or lets them join. Nothing personal leaves the phone before they agree. */
export function useSignIn({ agreedVersion, onNoticeChanged }: SignInOptions) {
  const [waiting, setWaiting] = useState(false)
  const [error, setError] = useState<string>()
  const busy = useRef(false)

  const run = async (ask: (acceptedPrivacyVersion: number) => Promise<SignInAnswerFragment>) => {
    if (busy.current) return
    if (agreedVersion === undefined) return setError(AGREE_FIRST)
    busy.current = true
    setWaiting(true)
    setError(undefined)
    try {
      setError(take(await ask(agreedVersion), onNoticeChanged))
    } catch (failure) {
      setError(wordsFor(problemIn(failure)).cause)
    }
    busy.current = false
    setWaiting(false)
  }

  return {
    waiting,
    error,
    refuse: setError,
    withPhone: (phone: string, code: string) =>
      run(async (acceptedPrivacyVersion) => {
        const variables = { phone, code, acceptedPrivacyVersion }
        return (await send(SignInWithPhoneDocument, variables)).signInWithPhone
      }),
    withWechat: (phoneCode?: string) =>
      run(async (acceptedPrivacyVersion) => {
        const code = await platform.signInCode()
        const variables = { code, phoneCode, acceptedPrivacyVersion }
        return (await send(SignInWithWechatDocument, variables)).signInWithWechat
      }),
  }
}

/** Carries the answer out; what it returns is to be said to the reader. */
function take(answer: SignInAnswerFragment, onNoticeChanged: () => void): string | undefined {
  switch (answer.__typename) {
    case 'SignedIn':
      closeSignIn()
      signIn('member', answer.token)
      if (answer.joined) void Taro.showToast({ title: '欢迎加入', icon: 'none' })
      return undefined
    case 'ConsentNeeded':
      onNoticeChanged()
      return '说明有更新，请重新阅读并勾选。'
    case 'CodeRefused':
      return refusalWords[answer.reason]
    case 'PhoneNotValid':
      return answer.message
  }
}
