import { View } from '@tarojs/components'
import { Touchable } from '@/ui/touchable'
import './sign-in.scss'

export interface AgreementProps {
  agreed: boolean
  onAgree: (agreed: boolean) => void
  onReadService: () => void
  onReadPrivacy: () => void
}

/** One box, empty until the reader ticks it, and the two texts it is about. */
export function Agreement({ agreed, onAgree, onReadService, onReadPrivacy }: AgreementProps) {
  return (
    <View className='agreement'>
      <Touchable
        id='agree'
        className='agreement__tick'
        role='checkbox'
        checked={agreed}
        label='我已阅读并同意会员服务说明和隐私说明'
        onTap={() => onAgree(!agreed)}
      >
        <View className={`agreement__box ${agreed ? 'agreement__box--on' : ''}`} />
        <View>我已阅读并同意</View>
      </Touchable>
      <View className='agreement__texts'>
        <Touchable id='read-service' className='agreement__text' onTap={onReadService}>
          《会员服务说明》
        </Touchable>
        <Touchable id='read-privacy' className='agreement__text' onTap={onReadPrivacy}>
          《隐私说明》
        </Touchable>
      </View>
    </View>
  )
}
