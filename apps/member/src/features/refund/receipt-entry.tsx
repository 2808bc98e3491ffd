import { useRef, useState } from 'react'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Field } from '@/ui/field'

interface ReceiptEntryProps {
  waiting: boolean
  disabled: boolean
  onReceipt: (receiptNo: string) => void
}

/** Which purchase goes back: by its receipt. */
export function ReceiptEntry({ waiting, disabled, onReceipt }: ReceiptEntryProps) {
  const typed = useRef('')
  const [wrong, setWrong] = useState<string>()
  const take = () => {
    const receiptNo = typed.current.trim()
    setWrong(receiptNo === '' ? '请输入小票号' : undefined)
    if (receiptNo !== '' && !disabled) onReceipt(receiptNo)
  }
  return (
    <Card title='要退的小票'>
      <Field
        id='refund-receipt'
        label='小票号'
        placeholder='小票上的编号'
        lengthMax={64}
        error={wrong}
        onText={(text) => {
          typed.current = text
        }}
        onDone={take}
      />
      <Button id='find-order' waiting={waiting} disabled={disabled} onTap={take}>
        查找小票
      </Button>
    </Card>
  )
}
