import type { BadgeDefinition } from './program.ts'

/** Badges in the brand's tone, family by family (B1, B2). */
export const defaultBadges: readonly BadgeDefinition[] = [
  { id: 'first-order', name: '初见', summary: '完成第一笔消费', family: '相遇' },
  { id: 'first-year', name: '一岁一青', summary: '入会满一年', family: '相遇' },
  { id: 'seven-days', name: '七日常青', summary: '连续签到满7天', family: '坚持' },
  { id: 'thirty-days', name: '三十日常青', summary: '连续签到满30天', family: '坚持' },
  {
    id: 'hundred-days',
    name: '百日常青',
    summary: '连续签到满100天',
    family: '坚持',
    benefitIds: ['tasting'],
  },
  {
    id: 'ten-thousand',
    name: '万元知己',
    summary: '累计消费满10,000元',
    family: '同行',
    benefitIds: ['tasting'],
  },
  { id: 'explorer', name: '探险家', summary: '走完探险家成长之旅', family: '探索' },
  {
    id: 'climber',
    name: '登顶者',
    summary: '完成登山闯关的最后一关',
    family: '探索',
    benefitIds: ['leaf-frame'],
  },
  { id: 'grove', name: '成林', summary: '邀请10位好友完成首单', family: '分享' },
  { id: 'storyteller', name: '说书人', summary: '写下20篇评价', family: '分享' },
  { id: 'contributor', name: '春风使者', summary: '进入贡献榜前三名', family: '分享' },
  { id: 'front-runner', name: '领跑者', summary: '在任一榜单结算时名列第一', family: '探索' },
]
