import { View } from '@tarojs/components'
import { Cell } from '@/ui/cell'
import { Chips } from '@/ui/chips'
import { Field } from '@/ui/field'
import { Stepper } from '@/ui/stepper'
import type { AddressField } from './address'
import type { Choice } from './use-choice'
import type { Item } from './use-item'

const DELIVERIES = {
  PICK_UP: { id: 'by-pick-up', label: '到店领取' },
  SHIPPING: { id: 'by-shipping', label: '邮寄到家' },
  INSTANT: { id: 'by-instant', label: '立即到账' },
} as const

interface ChoiceFormProps {
  item: Item
  choice: Choice
  missing: { field: AddressField; words: string } | undefined
}

/** How many, and how they reach the member. */
export function ChoiceForm({ item, choice, missing }: ChoiceFormProps) {
  const { quantity, max, setQuantity, delivery, setDelivery, setAddress } = choice
  const error = (field: AddressField) => (missing?.field === field ? missing.words : undefined)
  return (
    <>
      {max > 1 && (
        <Cell
          label='数量'
          value={
            <Stepper id='quantity' label='数量' value={quantity} max={max} onValue={setQuantity} />
          }
        />
      )}
      {item.deliveries.length > 1 && (
        <Chips
          chips={item.deliveries.map((value) => ({ ...DELIVERIES[value], value }))}
          chosen={delivery}
          onChoose={setDelivery}
        />
      )}
      <View>
        {delivery === 'SHIPPING' && (
          <>
            <Field
              id='address-name'
              label='收件人'
              placeholder='收件人姓名'
              lengthMax={40}
              error={error('name')}
              onText={(text) => setAddress('name', text)}
            />
            <Field
              id='address-phone'
              label='手机号'
              placeholder='11位手机号'
              type='number'
              lengthMax={11}
              error={error('phone')}
              onText={(text) => setAddress('phone', text)}
            />
            <Field
              id='address-text'
              label='地址'
              placeholder='省、市、区和详细地址'
              lengthMax={200}
              error={error('text')}
              onText={(text) => setAddress('text', text)}
            />
          </>
        )}
      </View>
    </>
  )
}
