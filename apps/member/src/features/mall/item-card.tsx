import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { MallCardFragment } from '@/generated/graphql'
import { Picture } from '@/ui/picture'
import { Price } from '@/ui/price'
import { Touchable } from '@/ui/touchable'
import { isOut, markOf, priceReasons, standingWords } from './standing-words'

/** One of two in a row: what it is, what it costs this member, what stands in the way. */
export function ItemCard({ item }: { item: MallCardFragment }) {
  const { id, name, kind, gallery, price, basePrice, standing } = item
  const words = standingWords(item)
  return (
    <Touchable
      id={`item-${id}`}
      className='item-card'
      role='link'
      onTap={() => void Taro.navigateTo({ url: `/packages/mall/item/index?id=${id}` })}
    >
      <Picture
        src={gallery[0]}
        mark={markOf(item)}
        tone={kind === 'COUPON' || kind === 'PARTNER' ? 'points' : 'growth'}
        faded={isOut(item)}
      />
      <View className='item-card__name'>{name}</View>
      <Price price={price} base={basePrice} reason={priceReasons[price.reason]} />
      <View className={`item-card__standing item-card__standing--${standing}`}>{words ?? ''}</View>
    </Touchable>
  )
}
