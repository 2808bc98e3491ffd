// A theme variable stands here for one of the two words the types allow.
const tabLine = '@tabLine' as 'white'

export default defineAppConfig({
  pages: [
    'pages/home/index',
    'pages/tasks/index',
    'pages/member-code/index',
    'pages/mall/index',
    'pages/me/index',
  ],
  subPackages: [
    {
      root: 'packages/growth',
      pages: ['check-in/index', 'entries/index', 'entry/index', 'tiers/index', 'points/index'],
    },
    {
      root: 'packages/mall',
      pages: ['item/index', 'redemption/index', 'redemptions/index', 'coupons/index', 'wish/index'],
    },
    {
      root: 'packages/social',
      pages: ['leaderboard/index'],
    },
    {
      root: 'packages/account',
      pages: ['look-ups/index', 'consents/index', 'closure/index', 'birthday/index'],
    },
    {
      root: 'packages/staff',
      pages: [
        'sign-in/index',
        'counter/index',
        'sale/index',
        'hand-over/index',
        'refund/index',
        'adjust/index',
        'approvals/index',
        'shift/index',
        'colleagues/index',
        'objections/index',
      ],
    },
  ],
  preloadRule: {
    'pages/home/index': { network: 'all', packages: ['packages/growth'] },
    'pages/mall/index': { network: 'all', packages: ['packages/mall'] },
    'pages/me/index': { network: 'all', packages: ['packages/account', 'packages/growth'] },
  },
  lazyCodeLoading: 'requiredComponents',
  darkmode: true,
  themeLocation: 'theme.json',
  window: {
    navigationBarTitleText: '长青会员',
    navigationBarBackgroundColor: '@paper',
    navigationBarTextStyle: '@ink',
    backgroundColor: '@paper',
    backgroundTextStyle: '@pull',
  },
  tabBar: {
    color: '@tabText',
    selectedColor: '@tabTextOn',
    backgroundColor: '@tabPaper',
    borderStyle: tabLine,
    list: [
      {
        pagePath: 'pages/home/index',
        text: '首页',
        iconPath: 'assets/home.png',
        selectedIconPath: 'assets/home-on.png',
      },
      {
        pagePath: 'pages/tasks/index',
        text: '任务',
        iconPath: 'assets/tasks.png',
        selectedIconPath: 'assets/tasks-on.png',
      },
      {
        pagePath: 'pages/member-code/index',
        text: '会员码',
        iconPath: 'assets/member-code.png',
        selectedIconPath: 'assets/member-code-on.png',
      },
      {
        pagePath: 'pages/mall/index',
        text: '商城',
        iconPath: 'assets/mall.png',
        selectedIconPath: 'assets/mall-on.png',
      },
      {
        pagePath: 'pages/me/index',
        text: '我的',
        iconPath: 'assets/me.png',
        selectedIconPath: 'assets/me-on.png',
      },
    ],
  },
})
