/** Every page is declared here once; `platform/routes.ts` gives the same paths their names and parameters. */
export default defineAppConfig({
  pages: ['pages/home/index', 'pages/todo/index', 'pages/me/index'],
  subPackages: [
    {
      root: 'subpackages/customer',
      pages: [
        'pages/project/index',
        'pages/leave-details/index',
        'pages/receipt/index',
        'pages/my-leads/index',
        'pages/policy/index',
        'pages/messages/index',
        'pages/consents/index',
      ],
    },
    {
      root: 'subpackages/home',
      pages: ['pages/homes/index', 'pages/invitation/index', 'pages/report/index', 'pages/orders/index', 'pages/order/index'],
    },
    {
      root: 'subpackages/sales',
      pages: [
        'pages/leads/index',
        'pages/lead/index',
        'pages/follow-up/index',
        'pages/entry/index',
        'pages/board/index',
        'pages/tasks/index',
        'pages/viewings/index',
        'pages/viewing/index',
        'pages/walk-in/index',
        'pages/viewing-feedback/index',
        'pages/viewing-plans/index',
      ],
    },
    {
      root: 'subpackages/service',
      pages: [
        'pages/orders/index',
        'pages/order/index',
        'pages/finish/index',
        'pages/board/index',
        'pages/rules/index',
        'pages/rota/index',
        'pages/revisits/index',
      ],
    },
    {
      root: 'subpackages/insight',
      pages: ['pages/service/index', 'pages/viewings/index'],
    },
    {
      root: 'subpackages/growth',
      pages: [
        'pages/codes/index',
        'pages/code/index',
        'pages/referrals/index',
        'pages/referral/index',
        'pages/verdict/index',
        'pages/verdict-rules/index',
        'pages/rewards/index',
        'pages/reward/index',
        'pages/reward-rules/index',
        'pages/redemptions/index',
        'pages/relatives/index',
      ],
    },
  ],
  preloadRule: {
    'pages/home/index': { network: 'all', packages: ['subpackages/customer', 'subpackages/home'] },
    'pages/todo/index': { network: 'all', packages: ['subpackages/sales', 'subpackages/service'] },
  },
  /** An engineer may add the place to an arrival; asked for only then. */
  permission: { 'scope.userLocation': { desc: '到场时附上位置，仅在你点选时使用' } },
  requiredPrivateInfos: ['getFuzzyLocation'],
  lazyCodeLoading: 'requiredComponents',
  window: {
    navigationStyle: 'default',
    navigationBarBackgroundColor: '#f6f5f2',
    navigationBarTextStyle: 'black',
    navigationBarTitleText: '归户',
    backgroundColor: '#f6f5f2',
    backgroundTextStyle: 'dark',
  },
  tabBar: {
    color: '#5c6370',
    selectedColor: '#1f6f5c',
    backgroundColor: '#ffffff',
    borderStyle: 'white',
    list: [
      { pagePath: 'pages/home/index', text: '首页', iconPath: 'assets/tabs/home.png', selectedIconPath: 'assets/tabs/home-on.png' },
      { pagePath: 'pages/todo/index', text: '待办', iconPath: 'assets/tabs/todo.png', selectedIconPath: 'assets/tabs/todo-on.png' },
      { pagePath: 'pages/me/index', text: '我的', iconPath: 'assets/tabs/me.png', selectedIconPath: 'assets/tabs/me-on.png' },
    ],
  },
});
