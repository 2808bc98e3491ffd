import { useEffect, useRef, useState } from 'react'
import { RequestPhoneCodeDocument } from '@/generated/graphql'
import { problemIn, wordsFor } from '@/lib/problem'
import { send } from '@/lib/transport'

const SECOND_MS = 1000

/** Asks for a one-time code and counts down, once a second, until another may be asked for. */
export function usePhoneCode(onRefused: (words: string) => void) {
  const [sending, setSending] = useState(false)
  const [secondsLeft, setSecondsLeft] = useState(0)
  const busy = useRef(false)

  const counting = secondsLeft > 0
  useEffect(() => {
    if (!counting) return
    const timer = setInterval(() => setSecondsLeft((left) => left - 1), SECOND_MS)
    return () => clearInterval(timer)
  }, [counting])

  const waitFor = (ms: number) => setSecondsLeft(Math.ceil(ms / SECOND_MS))

  const request = async (phone: string) => {
    if (busy.current) return
    busy.current = true
    setSending(true)
    try {
      const { requestPhoneCode: answer } = await send(RequestPhoneCodeDocument, { phone })
      if (answer.__typename === 'PhoneCodeSent') waitFor(answer.resendAfterMs)
      else if (answer.__typename === 'PhoneCodeTooSoon') waitFor(answer.retryAfterMs)
      else if (answer.__typename === 'PhoneNotValid') onRefused(answer.message)
      else onRefused('短信暂时发不出去，请稍后再试。')
    } catch (failure) {
      onRefused(wordsFor(problemIn(failure)).cause)
    }
    busy.current = false
    setSending(false)
  }

  return { sending, secondsLeft, request }
}
