import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Field } from '@/ui/field'
import { Sheet } from '@/ui/sheet'
import { type Birthday, birthdayWords, readBirthday } from './read-birthday'

/** Asks for month and day, and once more before they are kept for ever. */
export function BirthdayEntry({
  waiting,
  onBirthday,
}: {
  waiting: boolean
  onBirthday: (birthday: Birthday) => void
}) {
  const typed = useRef({ month: '', day: '' })
  const [wrong, setWrong] = useState<string>()
  const [sure, setSure] = useState<Birthday>()
  const ask = () => {
    const birthday = readBirthday(typed.current.month, typed.current.day)
    setWrong(birthday ? undefined : '没有这一天，请再看一看')
    setSure(birthday)
  }
  return (
    <Card id='birthday-entry' title='你的生日'>
      <View className='birthday__soft'>只需要月和日，不问年份。填写后不能修改。</View>
      <Field
        id='birthday-month'
        label='月'
        type='number'
        lengthMax={2}
        placeholder='1–12'
        onText={(text) => {
          typed.current.month = text
        }}
      />
      <Field
        id='birthday-day'
        label='日'
        type='number'
        lengthMax={2}
        placeholder='1–31'
        error={wrong}
        onText={(text) => {
          typed.current.day = text
        }}
        onDone={ask}
      />
      <Button id='set-birthday' waiting={waiting} onTap={ask}>
        填好了
      </Button>
      <Sheet
        id='birthday-sure'
        open={sure !== undefined}
        title={sure ? `生日是${birthdayWords(sure)}？` : ''}
        text='只能填写一次，之后不能修改。'
        onClose={() => setSure(undefined)}
      >
        <Button
          id='confirm-birthday'
          kind='secondary'
          onTap={() => {
            if (sure) onBirthday(sure)
            setSure(undefined)
          }}
        >
          没错
        </Button>
        <Button id='change-birthday' kind='secondary' onTap={() => setSure(undefined)}>
          再改改
        </Button>
      </Sheet>
    </Card>
  )
}
