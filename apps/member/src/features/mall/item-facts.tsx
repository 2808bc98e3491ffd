import { formatYuan } from '@evergreen/shared/format.ts'
import { View } from '@tarojs/components'
import { formatMoment } from '@/lib/moment'
import { Card } from '@/ui/card'
import { Cell } from '@/ui/cell'
import { Heading } from '@/ui/heading'
import { Picture } from '@/ui/picture'
import { Price } from '@/ui/price'
import { Tag, tierTone } from '@/ui/tag'
import { isOut, markOf, priceReasons } from './standing-words'
import type { Item } from './use-item'

const DELIVERY_WORDS = { PICK_UP: '到店领取', SHIPPING: '邮寄到家', INSTANT: '兑换后立即到账' }

/** What an item is and on which terms it can be had. */
export function ItemFacts({ item }: { item: Item }) {
  const { name, summary, price, basePrice, fromTier, listPriceFen } = item
  return (
    <>
      <Gallery item={item} />
      <Card>
        <Heading id='item-name'>{name}</Heading>
        <View className='item__summary'>{summary}</View>
        <Price
          id='item-price'
          price={price}
          base={basePrice}
          reason={priceReasons[price.reason]}
          size='large'
        />
        <View className='item__tags'>
          {fromTier && <Tag tone={tierTone(fromTier.rank)}>{`${fromTier.name}起可兑`}</Tag>}
          {listPriceFen > 0 && <Tag>{`门市价${formatYuan(listPriceFen)}`}</Tag>}
        </View>
      </Card>
      <Card title='兑换说明'>
        {factsOf(item).map(([label, value]) => (
          <Cell key={label} label={label} value={value} />
        ))}
      </Card>
    </>
  )
}

/** One picture, or several that are pushed aside with a finger. */
function Gallery({ item }: { item: Item }) {
  const { gallery } = item
  const pictures = gallery.length > 0 ? gallery : [undefined]
  return (
    <View className={`gallery ${gallery.length > 1 ? 'gallery--many' : ''}`}>
      {pictures.map((src) => (
        <View key={src ?? 'mark'} className='gallery__picture'>
          <Picture src={src} mark={markOf(item)} shape='wide' faded={isOut(item)} />
        </View>
      ))}
    </View>
  )
}

type Fact = readonly [label: string, value: string]

function factsOf(item: Item): readonly Fact[] {
  const { deliveries, shops, collectWithinDays, left, leftForMe, opensAt, closesAt } = item
  const facts: Fact[] = [['领取方式', deliveries.map((each) => DELIVERY_WORDS[each]).join('、')]]
  if (deliveries.includes('PICK_UP')) {
    const where = shops.length > 0 ? shops.map(({ name }) => name).join('、') : '所有门店'
    facts.push(['可领门店', where], ['领取期限', `${collectWithinDays}天内，逾期积分退回`])
  }
  facts.push(['库存', left > 0 ? `还有${left}件` : '暂时没有'])
  if (leftForMe !== null) facts.push(['我还可以兑', `${leftForMe}件`])
  if (opensAt !== null) facts.push(['开始时间', formatMoment(opensAt)])
  if (closesAt !== null) facts.push(['截止时间', formatMoment(closesAt)])
  return facts
}
