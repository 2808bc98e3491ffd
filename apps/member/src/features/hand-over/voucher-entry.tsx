import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { platform } from '@/lib/platform'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Field } from '@/ui/field'
import './hand-over.scss'

interface VoucherEntryProps {
  waiting: boolean
  disabled: boolean
  onCode: (code: string) => void
}

/** Takes a code: camera first, letters as well. What it is for the BFF says. */
export function VoucherEntry({ waiting, disabled, onCode }: VoucherEntryProps) {
  const typed = useRef('')
  const [wrong, setWrong] = useState<string>()
  const take = (text: string) => {
    const code = text.trim()
    setWrong(code === '' ? '请输入兑换码或券码' : undefined)
    if (code !== '') onCode(code)
  }
  const scan = async () => {
    const scanned = await platform.scan()
    if (scanned.kind === 'scanned') take(scanned.text)
    if (scanned.kind === 'refused') setWrong('打不开相机。请允许使用相机，或输入码下方的字母数字。')
  }
  return (
    <Card title='顾客出示的码'>
      {platform.canScan && (
        <View className='hand-over__scan'>
          <Button id='scan-voucher' disabled={disabled} onTap={() => void scan()}>
            扫兑换码或券码
          </Button>
        </View>
      )}
      <Field
        id='voucher-input'
        label={platform.canScan ? '或输入16位兑换码、券码' : '16位兑换码或券码'}
        lengthMax={40}
        placeholder='ABCD EFGH 1234 5678'
        error={wrong}
        onText={(text) => {
          typed.current = text
        }}
        onDone={() => {
          if (!disabled) take(typed.current)
        }}
      />
      <Button
        id='look-at-voucher'
        kind={platform.canScan ? 'secondary' : 'primary'}
        waiting={waiting}
        disabled={disabled}
        onTap={() => take(typed.current)}
      >
        查看
      </Button>
    </Card>
  )
}
