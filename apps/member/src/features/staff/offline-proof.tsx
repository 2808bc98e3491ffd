import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { now } from '@/lib/clock'
import { platform } from '@/lib/platform'
import { Button } from '@/ui/button'
import { Card } from '@/ui/card'
import { Field } from '@/ui/field'
import { Notice } from '@/ui/notice'
import { Tag, tierTone } from '@/ui/tag'
import { type KnownSigner, knownSigner } from './known-signer'
import { readProof, type TierProof } from './tier-proof'
import { verifierFor } from './verify'

type Read =
  | { kind: 'NotOurs' }
  | { kind: 'NoKey' }
  | { kind: 'Proof'; proof: TierProof; signer: KnownSigner }

const TYPED_LENGTH_MAX = 400

/** Without a network: whether a code is ours and which tier it names. Nothing is done with it. */
export function OfflineProof() {
  const typed = useRef('')
  const [read, setRead] = useState<Read>()
  const take = (token: string) => {
    const signer = knownSigner()
    if (!signer) return setRead({ kind: 'NoKey' })
    const answer = readProof(token, verifierFor(signer.publicKey))
    platform.vibrate(answer.kind === 'Proof' ? 'success' : 'failure')
    setRead(answer.kind === 'Proof' ? { ...answer, signer } : answer)
  }
  const scan = async () => {
    const scanned = await platform.scan()
    if (scanned.kind === 'scanned') take(scanned.text)
  }
  return (
    <Card id='offline-proof' title='离线核对等级'>
      <View className='counter__note'>
        没有网络也能核对会员码是不是我们签发的、写着什么等级。核对不留记录，不能积分，也不能消费。
      </View>
      {platform.canScan ? (
        <Button id='scan-offline' onTap={() => void scan()}>
          扫会员码
        </Button>
      ) : (
        <>
          <Field
            id='offline-input'
            label='粘贴二维码文字'
            lengthMax={TYPED_LENGTH_MAX}
            onText={(text) => {
              typed.current = text
            }}
            onDone={() => take(typed.current)}
          />
          <Button id='check-offline' onTap={() => take(typed.current)}>
            核对
          </Button>
        </>
      )}
      <View>{read && <Answer read={read} />}</View>
    </Card>
  )
}

function Answer({ read }: { read: Read }) {
  if (read.kind === 'NoKey')
    return (
      <Notice id='proof-unknown' tone='warn'>
        这台手机还没有核对用的公钥，请联网打开一次柜台。
      </Notice>
    )
  if (read.kind === 'NotOurs')
    return (
      <Notice id='proof-refused' tone='bad'>
        这不是我们签发的会员码。
      </Notice>
    )
  const { proof, signer } = read
  const tier = signer.tiers.find(({ id }) => id === proof.tierId)
  const isOver = now() >= proof.expiresAt
  return (
    <Notice id='proof' tone={isOver ? 'warn' : 'good'}>
      <Tag size='large' tone={tier ? tierTone(tier.rank) : 'plain'}>
        {tier?.name ?? proof.tierId}
      </Tag>
      <View>
        {isOver
          ? '签名是真的，但这个码已经过期，请顾客刷新。'
          : '签名是真的，码还在有效期内。是否用过要联网才知道。'}
      </View>
    </Notice>
  )
}
