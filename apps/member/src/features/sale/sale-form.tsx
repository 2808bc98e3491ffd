import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Field } from '@/ui/field'
import { CATEGORIES, readSale, type Sale, type SaleField, type TypedSale } from './read-sale'
import './sale.scss'

interface SaleFormProps {
  waiting: boolean
  disabled: boolean
  onSale: (sale: Sale) => void
}

const NOTHING: TypedSale = { receiptNo: '', total: '', parts: {}, isSplit: false, giftCard: '' }

/** What was bought: the receipt, the amount or its parts, and what gift cards paid of it. */
export function SaleForm({ waiting, disabled, onSale }: SaleFormProps) {
  const typed = useRef(NOTHING)
  const [isSplit, setSplit] = useState(false)
  const [errors, setErrors] = useState<Partial<Record<SaleField, string>>>({})
  const change = (part: Partial<TypedSale>) => {
    typed.current = { ...typed.current, ...part }
  }
  const take = () => {
    const read = readSale({ ...typed.current, isSplit })
    setErrors(read.kind === 'Wrong' ? read.errors : {})
    if (read.kind === 'Sale') onSale(read.sale)
  }
  return (
    <Card
      title='这笔消费'
      aside={
        <Button id='split' kind='quiet' onTap={() => setSplit(!isSplit)}>
          {isSplit ? '只填总额' : '按品类填写'}
        </Button>
      }
    >
      <Field
        id='receipt-no'
        label='小票号'
        placeholder='小票上的编号'
        lengthMax={64}
        error={errors.receiptNo}
        onText={(receiptNo) => change({ receiptNo })}
      />
      <View>
        {isSplit ? (
          CATEGORIES.map(({ id, name }) => (
            <Field
              key={id}
              id={`amount-${id}`}
              label={`${name}（元）`}
              type='digit'
              lengthMax={10}
              placeholder='没有就不填'
              error={errors[id]}
              onText={(text) => change({ parts: { ...typed.current.parts, [id]: text } })}
            />
          ))
        ) : (
          <Field
            id='amount'
            label='实付金额（元）'
            type='digit'
            lengthMax={10}
            placeholder='0.00'
            error={errors.total}
            onText={(total) => change({ total })}
          />
        )}
      </View>
      <Field
        id='gift-card'
        label='其中礼品卡支付（元），不计积分'
        type='digit'
        lengthMax={10}
        placeholder='没有就不填'
        error={errors.giftCard}
        onText={(giftCard) => change({ giftCard })}
      />
      <Button id='preview-sale' waiting={waiting} disabled={disabled} onTap={take}>
        预览积分
      </Button>
    </Card>
  )
}
