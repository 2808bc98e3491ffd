import type { SignInNoticeQuery } from '@/generated/graphql'

export interface Text {
  title: string
  paragraphs: readonly { head?: string; text: string }[]
}

/** What joining means, in plain words. */
export const serviceText: Text = {
  title: '会员服务说明',
  paragraphs: [
    { text: '加入会员免费，随时可以退出登录或注销。' },
    {
      head: '两种数值',
      text: '积分用来兑换，有有效期；成长值决定等级，不会被花掉。两者分开计算，互不影响。',
    },
    {
      head: '每一笔都有来处',
      text: '每次增减都有明细，写明按哪条规则、怎样算出来。对结果有疑问，可以凭明细找我们核对。',
    },
    {
      head: '公平使用',
      text: '每人一个会员身份。用程序代签、批量注册等方式得到的奖励，会先冻结，说明原因并可申诉。',
    },
    {
      head: '规则变化',
      text: '规则会按版本更新并提前告知；已经开始的连签和任务，按开始时的规则或更好的规则计算。',
    },
  ],
}

/** The privacy notice in force, as the server publishes it. */
export function privacyText({ privacy }: SignInNoticeQuery['program']): Text {
  return {
    title: '隐私说明',
    paragraphs: [
      { text: privacy.summary },
      ...privacy.purposes.map(({ title, summary, required }) => ({
        head: `${title}（${required ? '必需' : '可选，默认关闭'}）`,
        text: `${summary}。`,
      })),
      { text: `第${privacy.version}版。可选的用途可以在「我的」—「授权与隐私」里随时打开或关闭。` },
    ],
  }
}
