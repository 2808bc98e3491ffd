import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { wordsFor } from '@/lib/problem'
import { askToSignIn } from '@/lib/sign-in-door'
import { Button } from '@/ui/button'
import { Empty } from '@/ui/empty'
import { Problem } from '@/ui/problem'
import { Skeleton } from '@/ui/skeleton'
import { Stale } from '@/ui/stale'
import { callFor } from './call'
import { ItemFacts } from './item-facts'
import { RedeemSheet } from './redeem-sheet'
import { RemindMe } from './remind-me'
import { type Item, useItem } from './use-item'
import { isUnanswered } from './use-redeem'
import './item.scss'

interface ItemPageProps {
  id: string
  /** Draws the way to wish for it, which is a feature of its own. */
  pin: (isWish: boolean) => ReactNode
}

/** One item: what it is, what it costs this member, its terms, and the way to have it. */
export function ItemPage({ id, pin }: ItemPageProps) {
  const { answer, problem, waiting, refresh } = useItem(id)
  if (waiting) return <Skeleton count={2} />
  if (problem && !answer) return <Problem {...wordsFor(problem)} onRetry={refresh} />
  const item = answer?.mallItem
  if (!item) return <Empty id='item-gone' title='这件已下架' text='看看商城里别的东西吧。' />
  return (
    <>
      <Stale cause={problem && wordsFor(problem).cause} onRetry={refresh} />
      <ItemFacts item={item} />
      <View>{answer?.me && pin(answer.me.wish?.item.id === id)}</View>
      <Call item={item} isMember={answer?.me != null} />
    </>
  )
}

/**
 * The sheet has a view of its own, so that opening it does not send the page again. It opens by
 * itself for an order whose answer never came.
 */
function Call({ item, isMember }: { item: Item; isMember: boolean }) {
  const waits = isMember && isUnanswered(item.id)
  const [open, setOpen] = useState(waits)
  const call = callFor(item, waits)
  return (
    <>
      <View className='item-call'>
        {isMember && item.standing === 'SOLD_OUT' && !waits ? (
          <RemindMe item={item} />
        ) : isMember ? (
          <Button
            id='redeem-item'
            kind={call.isReady ? 'primary' : 'secondary'}
            disabled={call.isShut}
            onTap={() => setOpen(true)}
          >
            {call.words}
          </Button>
        ) : (
          <Button id='join' onTap={askToSignIn}>
            登录后兑换
          </Button>
        )}
      </View>
      <View>{open && <RedeemSheet item={item} onClose={() => setOpen(false)} />}</View>
    </>
  )
}
