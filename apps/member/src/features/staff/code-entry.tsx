import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { platform } from '@/lib/platform'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Field } from '@/ui/field'
import { readCode } from './read-code'

interface CodeEntryProps {
  busy: boolean
  disabled: boolean
  onCode: (code: string) => void
  /** Called when what was given can be no code. */
  onWrong: () => void
}

/** Eight digits, or the text of a QR code where there is no camera. */
const TYPED_LENGTH_MAX = 400

/** Takes a code: camera first, digits as well. What it is worth the BFF says. */
export function CodeEntry({ busy, disabled, onCode, onWrong }: CodeEntryProps) {
  const typed = useRef('')
  const [wrong, setWrong] = useState<string>()
  const take = (text: string) => {
    const read = readCode(text)
    setWrong(read.kind === 'Code' ? undefined : wordsForWrong(read))
    if (read.kind === 'Code') onCode(read.code)
    else onWrong()
  }
  const scan = async () => {
    const scanned = await platform.scan()
    if (scanned.kind === 'scanned') take(scanned.text)
    if (scanned.kind === 'refused')
      setWrong('打不开相机。请在系统设置里允许使用相机，或输入8位数字。')
  }
  return (
    <Card title='查询会员'>
      {platform.canScan && (
        <View className='counter__scan'>
          <Button id='scan' disabled={disabled} onTap={() => void scan()}>
            扫会员码
          </Button>
        </View>
      )}
      <Field
        id='short-code-input'
        label={
          platform.canScan ? '或输入8位短码、完整手机号' : '8位短码、完整手机号，或粘贴二维码文字'
        }
        type={platform.canScan ? 'number' : 'text'}
        lengthMax={platform.canScan ? 13 : TYPED_LENGTH_MAX}
        placeholder='1234 5678'
        error={wrong}
        onText={(text) => {
          typed.current = text
        }}
        onDone={() => {
          if (!disabled) take(typed.current)
        }}
      />
      <Button
        id='look-up'
        kind={platform.canScan ? 'secondary' : 'primary'}
        waiting={busy}
        disabled={disabled}
        onTap={() => take(typed.current)}
      >
        查询
      </Button>
      <View className='counter__note'>每次查询都会告知会员；按手机号查询每天有次数上限。</View>
    </Card>
  )
}

function wordsForWrong(read: Exclude<ReturnType<typeof readCode>, { kind: 'Code' }>): string {
  if (read.kind === 'NotACode') return '这不像会员码，请核对后再试'
  return read.digitsMissing === 8 ? '请输入8位数字' : `还差${read.digitsMissing}位数字`
}
