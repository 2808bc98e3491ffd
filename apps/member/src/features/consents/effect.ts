import { never } from '@evergreen/shared/assert.ts'

export type Purpose = 'LEADERBOARD' | 'MARKETING' | 'PERSONALISATION' | 'SERVICE'

/** What changes for the member when a consent is given or withdrawn, said before it is done. */
export function effectOf(purpose: Purpose, given: boolean): string {
  switch (purpose) {
    case 'LEADERBOARD':
      return given
        ? '开启后，你会以昵称出现在排行榜上，其他会员能看到你的名次。'
        : '关闭后，你不再出现在排行榜上，也看不到自己的名次。积分、成长值和等级不受影响。'
    case 'MARKETING':
      return given
        ? '开启后，我们会把活动和优惠告诉你。随时可以关闭。'
        : '关闭后，我们不再向你发送活动和优惠。积分到期、等级变化等服务通知照常送达。'
    case 'PERSONALISATION':
      return given
        ? '开启后，我们会根据你的签到和兑换情况推荐内容。随时可以关闭。'
        : '关闭后，推荐内容不再参考你的记录，你会看到和大家一样的内容。积分和权益不受影响。'
    case 'SERVICE':
      return '会员服务离不开这项授权：没有它，就无法记录你的积分、成长值和等级。如需撤回，请注销会员。'
    default:
      return never(purpose)
  }
}
