import { View } from '@tarojs/components'
import { useState } from 'react'
import { wordsFor } from '@/lib/problem'
import { askToSignIn } from '@/lib/sign-in-door'
import { Empty } from '@/ui/empty'
import { Problem } from '@/ui/problem'
import { Skeleton } from '@/ui/skeleton'
import { ChangeSheet } from './change-sheet'
import { ConsentRow } from './consent-row'
import { type Change, useConsents } from './use-consents'
import './consents.scss'

/** The sheet has a view of its own, so that closing it does not send the whole list again. */
export function Consents() {
  const { signedIn, consents, problem, waiting, refresh, ...changing } = useConsents()
  const [wish, setWish] = useState<Change>()
  if (!signedIn) {
    return (
      <Empty
        title='登录后管理授权'
        text='每一项授权都可以单独开启或撤回，撤回和同意一样容易。'
        action={{ id: 'join', label: '登录', onTap: askToSignIn }}
      />
    )
  }
  if (waiting) return <Skeleton count={4} />
  if (!consents) {
    return problem ? <Problem {...wordsFor(problem)} onRetry={refresh} /> : null
  }
  return (
    <>
      <View className='consent__about'>
        每一项授权都可以单独开启或撤回，撤回和同意一样容易。改动前会先说明影响。
      </View>
      {consents.map((consent) => (
        <ConsentRow
          key={consent.purpose}
          consent={consent}
          onSwitch={() => {
            changing.startOver()
            setWish({ consent, given: !consent.given })
          }}
        />
      ))}
      <View>
        {wish && <ChangeSheet wish={wish} onClose={() => setWish(undefined)} {...changing} />}
      </View>
    </>
  )
}
