import { View } from '@tarojs/components'
import { useState } from 'react'
import { SignInNoticeDocument } from '@/generated/graphql'
import { wordsFor } from '@/lib/problem'
import { closeSignIn, useSignInAsked } from '@/lib/sign-in-door'
import { useAnswer } from '@/lib/use-answer'
import { usePageShown } from '@/lib/use-shown-query'
import { Problem } from '@/ui/problem'
import { Sheet } from '@/ui/sheet'
import { Skeleton } from '@/ui/skeleton'
import { Reading } from './reading'
import { SignInForm } from './sign-in-form'
import type { Text } from './texts'

/** The half sheet through which members sign in; pages place it, anything opens it. */
export function SignInSheet() {
  const asked = useSignInAsked()
  const shown = usePageShown()
  // The place stays, so that closing the sheet sends nothing else of the page again.
  return <View>{asked && shown && <OpenSheet />}</View>
}

function OpenSheet() {
  const { answer, problem, waiting, refresh } = useAnswer(SignInNoticeDocument, {})
  const [agreed, setAgreed] = useState(false)
  const [reading, setReading] = useState<Text>()
  const noticeChanged = () => {
    setAgreed(false)
    refresh()
  }
  const title = reading?.title ?? '登录或加入'
  const close = reading ? () => setReading(undefined) : closeSignIn
  return (
    <Sheet id='sign-in-sheet' open title={title} onClose={close}>
      {waiting && <Skeleton />}
      {problem && !answer && <Problem {...wordsFor(problem)} onRetry={refresh} />}
      {answer && reading && <Reading text={reading} onBack={() => setReading(undefined)} />}
      {answer && (
        <SignInForm
          hidden={reading !== undefined}
          program={answer.program}
          agreed={agreed}
          onAgree={setAgreed}
          onRead={setReading}
          onNoticeChanged={noticeChanged}
        />
      )}
    </Sheet>
  )
}
