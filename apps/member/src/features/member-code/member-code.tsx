import { View } from '@tarojs/components'
import { type Problem as ProblemKind, wordsFor } from '@/lib/problem'
import { askToSignIn } from '@/lib/sign-in-door'
import { useLitScreen } from '@/lib/use-lit-screen'
import { Empty } from '@/ui/empty'
import { Notice } from '@/ui/notice'
import { Problem } from '@/ui/problem'
import { Skeleton } from '@/ui/skeleton'
import { CodeCard } from './code-card'
import { LastLookUp } from './last-look-up'
import { useMemberCode } from './use-member-code'

/**
 * What comes and goes has a view of its own: when it goes, only that view's children are sent
 * to the screen again, and not the picture beside it.
 */
export function MemberCode() {
  const { signedIn, shown, code, ended, standing, problem, refreshing, refresh } = useMemberCode()
  useLitScreen(shown && code !== undefined)
  if (!signedIn) return <Invitation />
  if (!code || !standing) {
    if (!problem) return <Skeleton shape='ring' />
    return <NoCode problem={problem} ended={ended} onRetry={refresh} retrying={refreshing} />
  }
  return (
    <>
      <View>
        {problem && (
          <Notice id='code-problem' tone='warn'>
            {wordsFor(problem).cause}。这个码在失效前仍可使用，我们会继续尝试换新码。
          </Notice>
        )}
      </View>
      <CodeCard
        code={code}
        standing={standing}
        running={shown}
        last={problem !== undefined}
        onRefresh={refresh}
      />
      <LastLookUp lookUp={standing.lookUps.edges[0]?.node} />
    </>
  )
}

interface NoCodeProps {
  problem: ProblemKind
  ended: boolean
  onRetry: () => void
  retrying: boolean
}

function NoCode({ problem, ended, onRetry, retrying }: NoCodeProps) {
  const words = wordsFor(problem)
  const said = ended
    ? { ...words, cause: '会员码已失效', advice: `${words.cause}，恢复后会自动换上新码。` }
    : words
  return <Problem {...said} onRetry={onRetry} retrying={retrying} />
}

function Invitation() {
  return (
    <Empty
      id='code-guest'
      title='到店出示会员码'
      text='店员扫一扫就知道你的等级和权益，看不到手机号，也看不到消费记录。'
      action={{ id: 'join', label: '加入会员', onTap: askToSignIn }}
    />
  )
}
