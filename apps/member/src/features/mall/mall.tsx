import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { wordsFor } from '@/lib/problem'
import { Button } from '@/ui/button'
import { Chips } from '@/ui/chips'
import { Empty } from '@/ui/empty'
import { Problem } from '@/ui/problem'
import { Skeleton } from '@/ui/skeleton'
import { Stale } from '@/ui/stale'
import { ItemCard } from './item-card'
import { MallHead } from './mall-head'
import { type MallFilter, useMall } from './use-mall'
import './mall.scss'

const EVERYTHING: MallFilter = { category: undefined, isAffordable: false }

/** The shelf: what is on offer, and how each item stands for this member. */
export function Mall() {
  const [filter, setFilter] = useState(EVERYTHING)
  const mall = useMall(filter)
  const { answer, rows, problem, waiting, hasMore, loadingMore, more, refresh } = mall
  useReachBottom(more)
  const [categories, setCategories] = useState<readonly string[]>([])
  if (answer && answer.mallCategories.join() !== categories.join())
    setCategories(answer.mallCategories)
  if (problem && !answer) return <Problem {...wordsFor(problem)} onRetry={refresh} />
  return (
    <>
      {answer && <MallHead points={answer.me?.points} />}
      <Stale cause={problem && wordsFor(problem).cause} onRetry={refresh} />
      <Chips
        chips={chipsFor(categories, answer?.me != null)}
        chosen={filter.isAffordable ? AFFORDABLE : filter.category}
        onChoose={(chosen) =>
          setFilter(
            chosen === AFFORDABLE
              ? { category: undefined, isAffordable: true }
              : { category: chosen, isAffordable: false },
          )
        }
      />
      {waiting && <Skeleton count={3} />}
      {answer && rows.length === 0 && (
        <Empty
          id='mall-empty'
          {...(filter.isAffordable ? NOT_YET : NOTHING)}
          action={{ id: 'show-all', label: '看看全部', onTap: () => setFilter(EVERYTHING) }}
        />
      )}
      <View id='mall-items' className='mall-items'>
        {rows.map((item) => (
          <ItemCard key={item.id} item={item} />
        ))}
      </View>
      {hasMore && (
        <Button id='more' kind='quiet' waiting={loadingMore} onTap={more}>
          更多
        </Button>
      )}
    </>
  )
}

/** No category is called like that: categories are words for people. */
const AFFORDABLE = '\u0000affordable'

function chipsFor(categories: readonly string[], isMember: boolean) {
  return [
    { id: 'category-all', value: undefined, label: '全部' },
    ...(isMember ? [{ id: 'affordable', value: AFFORDABLE, label: '我可兑' }] : []),
    ...categories.map((name, place) => ({ id: `category-${place}`, value: name, label: name })),
  ]
}

const NOT_YET = { title: '还没有可以兑的', text: '再攒一点就有了，签到和消费都能得积分。' }
const NOTHING = { title: '这里还没有东西', text: '新品上架后会出现在这里。' }
